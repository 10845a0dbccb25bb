import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PaperRecordKind } from '../../../domain/permits/paper-record-kinds';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import type { PaperRecordView } from '../../permits/page/standard-form.dto';
import { besideWords, GREY, label, MIDDLE, SHADE, signer, time, value, type PaperStyle } from './paper-cells';
import { LABELS, type LabelName } from './paper-labels';
import type { PermitPaper } from './permit-paper.view';
import { ONE_SIGNATURE, siteVisitRows } from './paper-signatures';

const centred = { alignment: 'center' as const };
// made anew for each line: the library writes into the cells it lays out
const toSign = (): TableCell[] => [
  value('（待签）', { ...centred, color: '#8a929b' }),
  value(' ', centred),
  value(' ', centred),
];

/** One line of the form: what it is called there, who signed, in which words, when. */
interface Line {
  readonly names: readonly LabelName[];
  /** The office of the signer. */
  readonly office?: string;
  readonly signed: Signed | null;
}
interface Signed {
  readonly name: string;
  readonly words: string;
  readonly at: string | null;
  readonly signatureFileId: string | null;
}

/** Opinions and checks in the order of form A.1; what waits is printed empty. */
export function standardSignatures(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  const issue = view.issuedAt !== null && view.issuedBy !== null;
  const lines: Line[] = [
    { names: ['leaderOpinion'], signed: leaderOpinion(paper) },
    ...opinions(paper),
    ...(issue ? [{ names: ['issue' as const], signed: { name: view.issuedBy!, words: '签发', at: view.issuedAt, signatureFileId: null } }] : []),
    { names: ['shiftCheck'], signed: recordSigned(recordOf(paper, 'shift-check'), '已验票') },
    { names: ['acceptance'], signed: acceptance(paper) },
  ]; // prettier-ignore
  const rows = lines.map((line) => lineOf(line, paper, style));
  rows.splice(1, 0, ...siteVisitRows(paper, style));
  return {
    layout: FORM_LAYOUT,
    margin: [0, 0, 0, -0.6],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [134, 100, '*', 88],
      body: [
        [
          label('approvalStep', style),
          label('approvalSigned', style),
          label('approvalComment', style),
          label('approvalAt', style),
        ],
        ...rows,
      ],
    },
  };
}

/** A work leader who applied has given their opinion by applying. */
function leaderOpinion(paper: PermitPaper): Signed | null {
  const { view } = paper;
  if (view.workLeader.id !== view.applicant.id) return recordSigned(recordOf(paper, 'work-leader-opinion'), '同意');
  if (view.submittedAt === null) return null;
  return { name: view.applicant.name, words: '申请作业', at: view.submittedAt, signatureFileId: null };
}

/** The chain under the names of the form: unit, safety department, and the last approver. */
function opinions({ view }: PermitPaper): Line[] {
  const places = [
    ...view.signatures.map((one) => ({ ...one, signed: true as const })),
    ...view.awaited.map((one) => ({ ...one, signed: false as const })),
  ].sort((a, b) => a.step - b.step);
  const last = Math.max(...places.map(({ step }) => step));
  const lines = places.map((place): Line => {
    const own: LabelName = /安全/.test(place.title) ? 'safetyOpinion' : 'unitOpinion';
    const isLast = place.step === last;
    const names: LabelName[] =
      isLast && own === 'unitOpinion' && places.length > 1 ? ['approverOpinion'] : [own, ...(isLast ? ['approverOpinion' as const] : [])];
    const signed = place.signed
      ? {
          name: place.onBehalfOf === null ? place.name : `${place.name}（代 ${place.onBehalfOf} 签）`,
          words: `${place.comment ?? '同意'}${place.bothSeats ? ONE_SIGNATURE : ''}`,
          at: place.signedAt,
          signatureFileId: place.signatureFileId,
        }
      : null;
    return { names, office: place.title, signed };
  }); // prettier-ignore
  const asked = lines.flatMap(({ names }) => names);
  const without = (['unitOpinion', 'safetyOpinion', 'approverOpinion'] as const).filter(
    (name) => !asked.includes(name),
  );
  const notAsked = view.submittedAt === null ? [] : without;
  return [
    ...lines,
    ...notAsked.map((name): Line => ({ names: [name], signed: { name: '—', words: '本级别不需要', at: null, signatureFileId: null } })),
  ]; // prettier-ignore
}

const recordOf = ({ view }: PermitPaper, kind: PaperRecordKind): PaperRecordView | undefined =>
  view.records.find((one) => one.kind === kind);

const recordSigned = (record: PaperRecordView | undefined, words: string): Signed | null =>
  record ? { ...record, words: record.comment ?? words } : null;

/** 完工验收: the person who closed the permit on the spot. */
function acceptance({ view }: PermitPaper): Signed | null {
  if (view.closedAt === null) return null;
  const closing = view.history.findLast(({ command }) => command === 'close');
  return {
    name: closing?.byName ?? '—',
    words: view.closeNote ?? '无残火，验收合格',
    at: view.closedAt,
    signatureFileId: null,
  };
}

function lineOf({ names, office, signed }: Line, { drawings }: PermitPaper, style: PaperStyle): TableCell[] {
  const title = {
    stack: [
      ...names.map((name) => ({ text: LABELS[name].zh, bold: true, fontSize: 8.5 })),
      ...names
        .flatMap((name) => besideWords(LABELS[name], style))
        .map((text) => ({ text, fontSize: 6.5, color: GREY })),
      ...(office === undefined ? [] : [{ text: `（${office}）`, fontSize: 7.5, color: GREY }]),
    ],
    fillColor: SHADE,
    ...centred,
    ...MIDDLE,
  };
  if (!signed) return [title, ...toSign()];
  const drawing = signed.signatureFileId === null ? undefined : drawings.get(signed.signatureFileId);
  return [
    title,
    signer(signed.name, drawing),
    value(signed.words, centred),
    value(signed.at === null ? ' ' : time(signed.at), centred),
  ];
}
