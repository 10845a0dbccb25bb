import { AlignmentType, Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'; // prettier-ignore
import type { CellValue, ReportPages, ReportTable } from './report-pages';

/** Fonts that word processors here bring along. */
const FONT = { ascii: 'Calibri', eastAsia: 'SimSun', hAnsi: 'Calibri' };

/** Signs that XML 1.0 does not admit. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A document that an office writes on in: headings are headings, tables are tables. */
export function reportWord(pages: ReportPages): Promise<Buffer> {
  const document = new Document({
    title: pages.title,
    styles: { default: { document: { run: { font: FONT, size: 20 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
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

function written({ title, header, rows, nothing }: ReportTable): (Paragraph | Table)[] {
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 80 }, children: [run(title)] }); // prettier-ignore
  if (rows.length === 0) return [heading, new Paragraph({ children: [run(nothing ?? '')] })];
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: header.map((name) => cell(name, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((value) => cell(value)) })),
    ],
  });
  return [heading, table];
}

const cell = (value: CellValue, bold = false): TableCell =>
  new TableCell({
    ...(bold && { shading: { fill: 'EEF2F7' } }),
    children: [
      new Paragraph({
        alignment: typeof value === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run(value === null ? '—' : String(value), bold)],
      }),
    ],
  });

const run = (text: string, bold = false): TextRun => new TextRun({ text: text.replace(NOT_XML, ''), bold, font: FONT });
