import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';

export const heading = (text: string): Content => ({
  text,
  fontSize: 11.5,
  bold: true,
  margin: [0, 12, 0, 4],
  headlineLevel: 1,
});

export const note = (text: string): Content => ({ text, color: '#444444', margin: [0, 0, 0, 3] });

type Pair = readonly [name: string, value: string | null];

/** Names and values, one below the other; what is not known is left out. */
export const pairs = (lines: readonly Pair[]): Content => ({
  layout: FORM_LAYOUT,
  unbreakable: true,
  table: {
    widths: [92, '*'],
    body: lines
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]): TableCell[] => [{ text: name, bold: true, fillColor: '#F3F5F8' }, { text: value! }]),
  },
});

export const rowsOf = (
  header: readonly string[],
  rows: readonly (readonly (string | TableCell)[])[],
  widths: ('*' | 'auto' | number)[],
): Content => ({
  layout: FORM_LAYOUT,
  fontSize: 8,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths,
    body: [
      header.map((text): TableCell => ({ text, bold: true, fillColor: '#EEF2F7' })),
      ...rows.map((row) => row.map((cell): TableCell => (typeof cell === 'string' ? { text: cell } : cell))),
    ],
  },
});

export const CHINESE_TIME = (iso: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).format(new Date(iso));
