import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import type { PermitSignatureView } from '../../permits/page/permit-detail.dto';
import { heading, label, signer, time, value, type PaperStyle } from './paper-cells';
import type { PermitPaper } from './permit-paper.view';

/** The head of a small firm holds both seats (rule `permit.small-firm`). */
export const ONE_SIGNATURE = '（一人两席，一次签字）';

const centred = { alignment: 'center' as const };

/** Who approved, in which order, with drawn signatures where there are any; places that wait are printed empty. */
export function signaturesTable(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  const rows: TableCell[][] = [
    ...siteVisitRows(paper, style),
    ...view.signatures.map((signature) => signed(signature, paper)),
    ...view.awaited.map(({ title }) => [value(title, centred), value('（待签）', { ...centred, color: '#8a929b' }), value(' ', centred), value(' ', centred)]),
    ...(view.occupierConfirmedAt === null ? [] : [[label('occupier', style), value('短信验证码确认', centred), value('同意作业，现场看护', centred), value(time(view.occupierConfirmedAt), centred)]]),
    ...(view.issuedAt === null || view.issuedBy === null ? [] : [[label('issue', style), value(view.issuedBy, centred), value('签发', centred), value(time(view.issuedAt), centred)]]),
  ]; // prettier-ignore
  return {
    layout: FORM_LAYOUT,
    margin: [0, 0, 0, -0.6],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [110, 110, '*', 96],
      body: [
        heading('approval', style, 4),
        [
          label('approvalStep', style),
          label('approvalSigned', style),
          label('approvalComment', style),
          label('approvalAt', style),
        ],
        ...(rows.length > 0 ? rows : [[{ text: '尚未提交审批', colSpan: 4, ...centred }, '', '', '']]),
      ],
    },
  };
}

/** Who has been at the place before signing. */
export const siteVisitRows = ({ view }: PermitPaper, style: PaperStyle): TableCell[][] =>
  view.siteVisits.map(({ name, at }) => [
    label('siteVisit', style),
    value(name, centred),
    value('已到现场查验', centred),
    value(time(at), centred),
  ]);

function signed(signature: PermitSignatureView, { drawings }: PermitPaper): TableCell[] {
  const { title, name, onBehalfOf, comment, signedAt, signatureFileId, filledIn, bothSeats } = signature;
  const drawing = signatureFileId === null ? undefined : drawings.get(signatureFileId);
  const who = onBehalfOf === null ? name : `${name}（代 ${onBehalfOf} 签）`;
  return [
    value(title, centred),
    signer(who, drawing),
    value(`${comment ?? (filledIn ? '填写申请' : '同意')}${bothSeats ? ONE_SIGNATURE : ''}`, centred),
    value(time(signedAt), centred),
  ];
}
