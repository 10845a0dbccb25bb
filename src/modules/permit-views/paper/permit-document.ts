import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { shownTime } from '../../../kernel/shown-time';
import { levelName, PERMIT_WORDS } from '../../../domain/permits/words';
import { groupCode } from '../../../domain/registry/code';
import type { Instant } from '../../../kernel/time';
import { basics } from './paper-basics';
import { besideWords, type PaperStyle } from './paper-cells';
import { courseTable } from './paper-course';
import { gasTable } from './paper-gas';
import { LABELS, STAMPS, TITLES } from './paper-labels';
import { measuresTable } from './paper-measures';
import { signaturesTable } from './paper-signatures';
import { briefings, isStandardForm, otherMeasures, standardHead, standardRisks } from './standard-form';
import { standardSignatures } from './standard-signatures';
import type { PermitPaper } from './permit-paper.view';

/** 28 mm: read from an arm's length, and by a scanner at 150 dpi. */
const QR_PT = 80;

export interface Printing extends PaperStyle {
  /** What the QR picture opens. */
  readonly address: string;
  readonly at: Instant;
}

/** A permit as an A4 form. A copy follows the state: where no work may go on, it says so across the page. */
export function permitDocument(paper: PermitPaper, printing: Printing): TDocumentDefinitions {
  const { view } = paper;
  const stamp = STAMPS[view.state];
  return {
    pageSize: 'A4',
    pageMargins: [34, 28, 34, 40],
    info: { title: `${TITLES[view.regime].zh} ${view.number}`, subject: view.content },
    ...(stamp && { watermark: { text: stamp, color: '#c1121f', opacity: 0.13, bold: true, angle: -35 } }),
    footer: (page, pages) => foot(paper, printing, page, pages),
    content: [
      head(paper, printing),
      ...(isStandardForm(paper) ? standardParts(paper, printing) : ownParts(paper, printing)),
    ],
  };
}

/** Form A.1 of GB 30871-2022, in its order. */
function standardParts(paper: PermitPaper, style: PaperStyle): Content[] {
  const gas = gasTable(paper, style);
  return [
    standardHead(paper, style),
    ...(gas ? [gas] : []),
    standardRisks(paper, style),
    measuresTable(paper, style, otherMeasures(paper)),
    briefings(paper, style),
    standardSignatures(paper, style),
    courseTable(paper, style),
  ];
}

function ownParts(paper: PermitPaper, style: PaperStyle): Content[] {
  const gas = gasTable(paper, style);
  return [
    basics(paper, style),
    ...(gas ? [gas] : []),
    measuresTable(paper, style),
    signaturesTable(paper, style),
    courseTable(paper, style),
  ];
}

function head(paper: PermitPaper, printing: Printing): Content {
  const { view } = paper;
  const { address, beside } = printing;
  const title = TITLES[view.regime];
  return {
    columns: [
      {
        width: QR_PT + 10,
        stack: [
          { text: '当前状态', fontSize: 8, color: '#5b6570', margin: [0, 18, 0, 2] },
          {
            text: PERMIT_WORDS['zh-CN'].state[view.state],
            bold: true,
            fontSize: 11,
            color: STAMPS[view.state] ? '#b00020' : '#0a7d3c',
          },
          ...(beside ? [{ text: PERMIT_WORDS[beside].state[view.state], fontSize: 7.5, color: '#5b6570' }] : []),
        ],
      },
      {
        width: '*',
        alignment: 'center',
        stack: [
          { text: title.zh, bold: true, fontSize: 21, characterSpacing: 2, margin: [0, 10, 0, 0] },
          ...besideWords(title, printing).map((text) => ({ text, fontSize: 10, color: '#5b6570' })),
          ...(isStandardForm(paper) ? [levelMark(paper)] : []),
          {
            text: `${[LABELS.number.zh, ...besideWords(LABELS.number, printing)].join(' ')}：${view.number}`,
            fontSize: 10,
            margin: [0, 6, 0, 0],
          },
        ],
      },
      {
        width: QR_PT + 10,
        alignment: 'right',
        stack: [
          { qr: address, fit: QR_PT, eccLevel: 'M' },
          { text: groupCode(view.code), fontSize: 6.5, color: '#5b6570', margin: [0, 2, 0, 0] },
        ],
      },
    ],
    columnGap: 6,
    margin: [0, 0, 0, 8],
  };
}

/** GB 30871-2022 B.1: permits of different levels are told apart at a glance, on a black-and-white copy too. */
const levelMark = ({ view }: PermitPaper): Content => ({
  text: `\u3000${levelName(view.regime, view.level, 'zh-CN')}\u3000`,
  ...{ bold: true, fontSize: 14, color: '#ffffff', background: '#1f2933', margin: [0, 6, 0, 0] },
});

const foot = ({ view }: PermitPaper, printing: Printing, page: number, pages: number): Content => ({
  margin: [34, 8, 34, 0],
  fontSize: 7,
  color: '#5b6570',
  columns: [
    {
      width: '*',
      text: [
        `打印时间 ${shownTime(printing.at)}。${LABELS.validity.zh}`,
        ...besideWords(LABELS.validity, printing),
      ].join(' '),
    },
    { width: 'auto', alignment: 'right', text: `${view.number}  ${page} / ${pages}` },
  ],
});
