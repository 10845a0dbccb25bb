import type { Content } from 'pdfmake/interfaces';
import { FORM_LAYOUT, renderPdf } from '../../../platform/documents/pdf';
import type { CellValue, ReportPages, ReportTable } from './report-pages';

/** On A4 across, for the file and for a meeting. */
export const reportPdf = (pages: ReportPages): Promise<Buffer> =>
  renderPdf({
    info: { title: pages.title },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 36, 36, 40],
    footer: (page, of) => ({ text: `${page} / ${of}`, alignment: 'center', fontSize: 8, margin: [0, 12, 0, 0] }),
    // a heading never stands alone at the foot of a page
    pageBreakBefore: (node, around) => node.headlineLevel === 1 && around.getFollowingNodesOnPage().length === 0,
    content: [
      { text: pages.title, fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
      ...pages.lines.map((text): Content => ({ text, alignment: 'center', color: '#444444', margin: [0, 0, 0, 2] })),
      ...pages.tables.flatMap(printed),
    ],
  });

function printed({ title, header, rows, nothing }: ReportTable): Content[] {
  const heading: Content = { text: title, fontSize: 11, bold: true, margin: [0, 12, 0, 4], headlineLevel: 1 };
  if (rows.length === 0) return [heading, { text: nothing ?? '' }];
  const table: Content = {
    layout: FORM_LAYOUT,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widthsOf(header, rows),
      body: [
        header.map((text) => ({ text, bold: true, fillColor: '#EEF2F7' })),
        ...rows.map((row) => row.map((value) => ({ text: textOf(value), alignment: alignmentOf(value) }))),
      ],
    },
  };
  return [heading, table];
}

/** From how many columns on their heads are broken into several lines, and numbers share the page evenly. */
const MANY = 8;
const SIGN = 9;
const SHORT = 11;

/** A short column is as wide as its longest text, so that no name or day is broken; what is longer shares the rest. */
function widthsOf(header: readonly string[], rows: ReportTable['rows']): (number | '*')[] {
  const longest = header.map((head, column) => Math.max(signs(head), ...rows.map((row) => signs(textOf(row[column] ?? null))))); // prettier-ignore
  const names = Math.max(...rows.map(([name]) => signs(textOf(name ?? null))));
  if (header.length > MANY) return header.map((_, column) => (column === 0 ? Math.min(names, SHORT) * SIGN : '*'));
  const isAllShort = longest.slice(1).every((one) => one <= SHORT);
  return longest.map((one, column) => (one > SHORT || (column === 0 && isAllShort) ? '*' : one * SIGN + 2));
}

/** Letters and digits are half as wide as Han signs. */
const signs = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u2000' ? 0.62 : 1), 0);
const alignmentOf = (value: CellValue): 'left' | 'right' => (typeof value === 'string' ? 'left' : 'right');
const textOf = (value: CellValue): string => (value === null ? '—' : String(value));
