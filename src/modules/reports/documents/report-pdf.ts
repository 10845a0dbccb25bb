import type { Content, TableCell } from 'pdfmake/interfaces';
import { TITLED_LAYOUT, renderPdf } from '../../../platform/documents/pdf';
import { cellText, isNumber, type CellValue } from './cells';
import { columnShares, headLines, holdsTexts, isCrowded } from './column-shares';
import type { ReportPages, ReportTable } from './report-pages';

/** Points between the margins of A4 across, and what a cell has beside its text: padding and a line. */
const WIDTH = 842 - 2 * 36;
const BESIDE = 6.6;
const HALF = 376;
/** A table of so many rows fits on a page and is not broken. */
const FITS = 24;

/** On A4 across, for the file and for a meeting. */
export const reportPdf = (pages: ReportPages): Promise<Buffer> =>
  renderPdf({
    info: { title: pages.title },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 36, 36, 40],
    footer: (page, of) => ({ text: `${page} / ${of}`, alignment: 'center', fontSize: 8, margin: [0, 12, 0, 0] }),
    content: [
      { text: pages.title, fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
      ...pages.lines.map((text): Content => ({ text, alignment: 'center', color: '#444444', margin: [0, 0, 0, 2] })),
      ...beside(pages.tables.filter(({ isHalf }) => isHalf)),
      ...pages.tables.filter(({ isHalf }) => !isHalf).map((table) => printed(table)),
    ],
  });

/** Narrow tables in two columns of about as many rows, so that what a leader looks at first is one page. */
function beside(tables: readonly ReportTable[]): Content[] {
  if (tables.length === 0) return [];
  const rows = (some: readonly ReportTable[]): number => some.reduce((sum, table) => sum + table.rows.length, 0);
  const left = tables.filter((_, n) => rows(tables.slice(0, n)) < rows(tables) / 2);
  const column = (some: readonly ReportTable[]): Content => ({ stack: some.map((table) => printed(table, HALF)) });
  return [{ columns: [column(left), column(tables.slice(left.length))], columnGap: WIDTH - 2 * HALF }];
}

/** A table under its title, which is its first row: the title never stands alone at the foot, and is told again on a next page. */
function printed(page: ReportTable, width = WIDTH): Content {
  const { title, header, rows, nothing, endsInTotal, isHalf } = page;
  if (rows.length === 0) return { stack: [{ ...heading(title), margin: [0, 12, 0, 4] }, { text: nothing ?? '' }], unbreakable: true }; // prettier-ignore
  const border: [boolean, boolean, boolean, boolean] = [false, false, false, false];
  const fontSize = isCrowded(header) ? 7.5 : isHalf ? 8 : 9;
  const head = { bold: true, fillColor: '#EEF2F7', fontSize };
  const titled: TableCell = { ...heading(title), border, colSpan: header.length, margin: [-3, 0, 0, 1] };
  return {
    layout: TITLED_LAYOUT,
    margin: [0, 8, 0, 0],
    unbreakable: rows.length <= FITS,
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnShares(page).map((share) => share * width - BESIDE),
      body: [
        [titled, ...header.slice(1).map((): TableCell => ({ text: '' }))],
        header.map((name, column) => ({ text: headLines(name, header).join('\n'), ...head, alignment: holdsTexts(page, column) ? 'left' : 'right' })),
        ...rows.map((row, n) => row.map((value) => ({ text: cellText(value), alignment: alignmentOf(value), bold: endsInTotal && n === rows.length - 1 }))),
      ],
    },
  };
} // prettier-ignore

const heading = (text: string) => ({ text, fontSize: 11, bold: true });
const alignmentOf = (value: CellValue): 'left' | 'right' => (value === null || isNumber(value) ? 'right' : 'left');
