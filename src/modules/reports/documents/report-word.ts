import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'; // prettier-ignore
import { cellText, isNumber, type CellValue } from './cells';
import { columnShares, headLines, holdsTexts } from './column-shares';
import type { ReportPages, ReportTable } from './report-pages';

/** Fonts that word processors here bring along. */
const FONT = { ascii: 'Calibri', eastAsia: 'SimSun', hAnsi: 'Calibri' };
const BLACK = '000000';
/** Twentieths of a point: A4 across, its margins, and what stands between. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 720;
const WIDTH = PAGE.height - 2 * MARGIN;
/** Half-points: small enough for as many signs a line as the printed page has. */
const SMALL = 17;
/** A table of so many rows stays on one page. */
const FITS = 24;

/** Signs that XML 1.0 does not admit. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A document that an office writes on in: headings are headings, tables are tables. */
export function reportWord(pages: ReportPages): Promise<Buffer> {
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const document = new Document({
    title: pages.title,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20 } },
        title: { run: { font: FONT, size: 36, bold: true, color: BLACK } },
        heading2: { run: { font: FONT, size: 24, bold: true, color: BLACK } },
      },
    },
    sections: [
      {
        properties: { page: { size: { ...PAGE, orientation: PageOrientation.LANDSCAPE }, margin } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [run(pages.title)] }),
          ...pages.lines.map((line) => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(line)] })),
          ...pages.tables.flatMap(written),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SMALL })],
  });

function written(page: ReportTable): (Paragraph | Table)[] {
  const { title, header, rows, nothing, endsInTotal } = page;
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 240, after: 80 }, children: [run(title)] }); // prettier-ignore
  if (rows.length === 0) return [heading, new Paragraph({ children: [run(nothing ?? '')] })];
  const columnWidths = columnShares(page).map((share) => Math.floor(share * WIDTH));
  /** Rows that stay together are each kept with the next one. */
  const keepNext = (n: number): boolean => rows.length <= FITS && n < rows.length - 1;
  const table = new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 50, right: 50, top: 20, bottom: 20 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((name, column) => headCell(headLines(name, header), !holdsTexts(page, column))),
      }),
      ...rows.map((row, n) => new TableRow({ cantSplit: true, children: row.map((value) => cell(value, keepNext(n), endsInTotal === true && n === rows.length - 1)) })),
    ],
  });
  return [heading, table];
} // prettier-ignore

/** A head stands above its numbers. */
const headCell = (lines: readonly string[], isAboveNumbers: boolean): TableCell =>
  new TableCell({
    shading: { fill: 'EEF2F7' },
    children: [
      new Paragraph({
        keepNext: true,
        alignment: isAboveNumbers ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: lines.map((line, n) => run(line, { bold: true, size: SMALL - 2, break: Math.min(n, 1) })),
      }),
    ],
  });

const cell = (value: CellValue, keepNext: boolean, bold: boolean): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        keepNext,
        alignment: value === null || isNumber(value) ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run(cellText(value), { size: SMALL, bold })],
      }),
    ],
  });

const run = (text: string, how: { bold?: boolean; size?: number; break?: number } = {}): TextRun =>
  new TextRun({ text: text.replace(NOT_XML, ''), font: FONT, ...how });
