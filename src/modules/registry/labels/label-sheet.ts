import pdfmake from 'pdfmake';
import type { TDocumentDefinitions, TableCell } from 'pdfmake/interfaces';
import { groupCode } from '../../../domain/registry/code';
import { printable, type Label } from './label';
import { qrPath } from './qr-picture';

/** Fifteen stickers on a page. */
const COLUMNS = 3;
/** 42 mm with its white border: a phone reads it from an arm's length, and a scanner all fifteen at once. */
const QR_PT = 120;
const FONT = 'LabelRoboto';

const fontFile = (name: string): string => require.resolve(`pdfmake/fonts/Roboto/${name}.ttf`);

/** A4 sheets of stickers, drawn as vectors: sharp on any printer. */
export function labelSheet(labels: readonly Label[], addressOf: (code: string) => string): Promise<Buffer> {
  const cells = labels.map((label) => cell(label, qrPath(addressOf(label.code))));
  const rows = Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, i) =>
    fullRow(cells.slice(i * COLUMNS, (i + 1) * COLUMNS)),
  );
  // The library keeps fonts and policies for the whole process: ours are named apart, and nothing but fonts is read.
  pdfmake.addFonts({ [FONT]: { normal: fontFile('Roboto-Regular'), bold: fontFile('Roboto-Medium') } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => /\.(ttf|otf)$/.test(path));
  return pdfmake.createPdf(document(rows)).getBuffer();
}

const document = (rows: TableCell[][]): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [36, 24, 36, 24],
  info: { title: 'Hanan labels' },
  defaultStyle: { font: FONT, fontSize: 8, alignment: 'center' },
  content: [
    {
      table: { widths: Array.from({ length: COLUMNS }, () => '*'), body: rows, dontBreakRows: true },
      layout: 'noBorders',
    },
  ],
});

const cell = ({ code, caption }: Label, { path, size }: ReturnType<typeof qrPath>): TableCell => ({
  stack: [
    {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
      width: QR_PT,
      height: QR_PT,
    },
    { text: groupCode(code), bold: true, fontSize: 11 },
    { text: printable(caption).slice(0, 40) || ' ', fontSize: 7, margin: [0, 0, 0, 10] },
  ],
});

const fullRow = (cells: TableCell[]): TableCell[] => [
  ...cells,
  ...Array.from({ length: COLUMNS - cells.length }, () => ({ text: '' })),
];
