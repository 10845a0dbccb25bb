import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { chineseDate, type DocumentText } from '../../../domain/violations/documents/document-text';
import type { Instant } from '../../../kernel/time';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';

export interface Issued {
  readonly office: string;
  readonly number: string;
  readonly at: Instant;
}

const RED = '#C00000';
const WIDTH = 455;

/** A page in the manner of an official document (GB/T 9704): the office in red, the number, a red line, title, text, office and date. */
export const documentPage = (text: DocumentText, issued: Issued): TDocumentDefinitions => ({
  info: { title: text.title },
  pageSize: 'A4',
  pageMargins: [70, 72, 70, 72],
  defaultStyle: { fontSize: 14, lineHeight: 1.5 },
  footer: (page, of) =>
    of > 1 ? { text: `— ${page} —`, alignment: 'center', fontSize: 10, margin: [0, 20, 0, 0] } : null,
  content: [
    { text: issued.office, color: RED, bold: true, fontSize: 26, alignment: 'center', lineHeight: 1.1 },
    { text: issued.number, alignment: 'center', fontSize: 13, margin: [0, 14, 0, 4] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 2, lineColor: RED }] },
    { text: text.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 26, 0, 18], lineHeight: 1.3 },
    ...(text.addressee === null ? [] : [{ text: `${text.addressee.replace(/[:：]$/, '')}：` }]),
    ...text.paragraphs.map(paragraph),
    ...(text.boxes ? [boxes(text.boxes)] : []),
    ...(text.signatures ?? []).map((name): Content => ({ text: `${name}：`, margin: [0, 16, 0, 0] })),
    {
      unbreakable: true,
      margin: [0, 34, 0, 0],
      stack: [
        { text: issued.office, alignment: 'right' },
        { text: chineseDate(issued.at), alignment: 'right' },
      ],
    },
  ],
});

/** Two signs of indent, which Chinese typesetting asks of every paragraph. */
const paragraph = (text: string): Content => ({ text, leadingIndent: 28 });

const boxes = (lines: NonNullable<DocumentText['boxes']>): Content => ({
  layout: FORM_LAYOUT,
  fontSize: 12,
  table: {
    widths: [110, '*'],
    body: lines.map(([name, value]) => [{ text: name, bold: true }, { text: value || ' ' }]),
  },
});
