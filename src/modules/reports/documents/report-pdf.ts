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
    content: [
      { text: pages.title, fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 6] },
      ...pages.lines.map((text): Content => ({ text, alignment: 'center', color: '#444444', margin: [0, 0, 0, 2] })),
      ...pages.tables.flatMap(printed),
    ],
  });

function printed({ title, header, rows, nothing }: ReportTable): Content[] {
  const heading: Content = { text: title, fontSize: 11, bold: true, margin: [0, 12, 0, 4], headlineLevel: 1 };
  if (rows.length === 0) return [heading, { text: nothing ?? '' }];
  const widths = header.map((_, column) => (column === 0 || isText(rows, column) ? '*' : 'auto'));
  const table: Content = {
    layout: FORM_LAYOUT,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        header.map((text) => ({ text, bold: true, fillColor: '#EEF2F7' })),
        ...rows.map((row) =>
          row.map((value, column) => ({
            ...{ text: textOf(value), alignment: alignmentOf(value) },
            noWrap: widths[column] === 'auto', // short words: beside long ones they would be set one sign a line
          })),
        ),
      ],
    },
  };
  return [heading, table];
}

const isText = (rows: ReportTable['rows'], column: number): boolean =>
  rows.some((row) => typeof row[column] === 'string' && row[column].length > 6);
const alignmentOf = (value: CellValue): 'left' | 'right' => (typeof value === 'string' ? 'left' : 'right');
const textOf = (value: CellValue): string => (value === null ? '—' : String(value));
