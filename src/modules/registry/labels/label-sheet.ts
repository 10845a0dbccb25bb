import type { ContentStack, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces';
import { groupCode } from '../../../domain/registry/code';
import { renderPdf } from '../../../platform/documents/pdf';
import { qrPath } from '../../../platform/documents/qr-picture';
import { fitCaption, type Label } from './label';

/** Fifteen stickers on a page. */
const COLUMNS = 3;
/** One dot of a scanner at 150 dpi. Codes lie on whole dots, and each module is five wide, so that none is blurred. */
const DOT_PT = 0.48;
/** About 38 mm with its white border: a phone reads it from an arm's length. */
const sideOf = (modules: number): number => modules * 5 * DOT_PT;
/** So far apart that a scanner takes no corner of one code for another's: of 600 codes on 40 sheets `zbarimg` read all. */
const COLUMN_PT = 352 * DOT_PT;
const ROW_PT = 320 * DOT_PT;
/** What a column leaves for letters: the page without its margins in three, less the padding of a cell. */
const CAPTION_PT = 160;

/** A4 sheets of stickers, drawn as vectors: sharp on any printer. */
export function labelSheet(labels: readonly Label[], addressOf: (code: string) => string): Promise<Buffer> {
  const cells = labels.map((label) => cell(label, qrPath(addressOf(label.code))));
  const rows = Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, i) =>
    fullRow(cells.slice(i * COLUMNS, (i + 1) * COLUMNS)),
  );
  return renderPdf(document(rows));
}

/** 60 × 60 mm, as label printers take them. */
const STICKER_PT = 170;

/** A roll: one sticker a page. */
export function labelRoll(labels: readonly Label[], addressOf: (code: string) => string): Promise<Buffer> {
  const stickers = labels.map((label, i) => ({
    stack: [cell(label, qrPath(addressOf(label.code)))],
    ...(i > 0 && { pageBreak: 'before' as const }),
  }));
  return renderPdf({
    pageSize: { width: STICKER_PT, height: STICKER_PT },
    pageMargins: [5, 6, 5, 4],
    info: { title: 'Hanan labels' },
    defaultStyle: { fontSize: 8, alignment: 'center' },
    content: stickers,
  });
}

/** No lines and no padding: what lies in a cell begins where the cell does. */
const ON_DOTS = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

const document = (rows: TableCell[][]): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [36, 12, 36, 12],
  info: { title: 'Hanan labels' },
  defaultStyle: { fontSize: 8, alignment: 'center' },
  content: [
    {
      table: {
        widths: Array.from({ length: COLUMNS }, () => COLUMN_PT),
        heights: ROW_PT,
        body: rows,
        dontBreakRows: true,
      },
      layout: ON_DOTS,
    },
  ],
});

const cell = ({ code, caption }: Label, { path, size }: ReturnType<typeof qrPath>): ContentStack => {
  const below = fitCaption(caption, CAPTION_PT);
  return {
    stack: [
      {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
        width: sideOf(size),
        height: sideOf(size),
        alignment: 'left',
        margin: [Math.round((COLUMN_PT - sideOf(size)) / 2 / DOT_PT) * DOT_PT, 0, 0, 0],
      },
      { text: groupCode(code), bold: true, fontSize: 11 },
      { text: below.lines.join('\n') || ' ', fontSize: below.size },
    ],
  };
};

const fullRow = (cells: TableCell[]): TableCell[] => [
  ...cells,
  ...Array.from({ length: COLUMNS - cells.length }, () => ({ text: '' })),
];
