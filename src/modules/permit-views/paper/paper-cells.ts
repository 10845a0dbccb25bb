import type { Content, TableCell } from 'pdfmake/interfaces';
import { wordIn, type Language, type StoredText } from '../../../kernel/language';
import { shownTime } from '../../../kernel/shown-time';
import { LABELS, type LabelName } from './paper-labels';

/** What differs between a paper for Chinese readers and one that is read by others too. */
export interface PaperStyle {
  /** The language whose words stand small beside the Chinese; null: none. */
  readonly beside: Exclude<Language, 'zh-CN'> | null;
}

/** The words beside the Chinese, none or one. */
export const besideWords = (text: StoredText, { beside }: PaperStyle): string[] =>
  beside === null ? [] : [wordIn(text, beside)];

export const SHADE = '#f3f5f8';
export const GREY = '#5b6570';

/** Known to the library, not to its types. */
export const MIDDLE: object = { verticalAlignment: 'middle' };

/** The label of a field: Chinese, and small below it the other language where asked. */
export function label(name: LabelName, style: PaperStyle): TableCell {
  const words = LABELS[name];
  return {
    stack: [
      { text: words.zh, bold: true, fontSize: 8.5 },
      ...besideWords(words, style).map((text) => ({ text, fontSize: 6.5, color: GREY })),
    ],
    fillColor: SHADE,
    alignment: 'center',
    ...MIDDLE,
  };
}

/** A name, below the drawn signature where there is one. */
export const signer = (name: string, drawing: string | undefined): TableCell => ({
  ...MIDDLE,
  stack: [
    ...(drawing ? [{ image: drawing, fit: [88, 30] as [number, number] }] : []),
    { text: name, ...(drawing && { fontSize: 7 }) },
  ],
  alignment: 'center',
});

/** The heading of a part of the form, across all its columns. */
export const heading = (name: LabelName, style: PaperStyle, columns: number): TableCell[] => [
  {
    text: [LABELS[name].zh, ...besideWords(LABELS[name], style)].join('  '),
    bold: true,
    fontSize: 9.5,
    fillColor: '#e4e9f0',
    colSpan: columns,
  },
  ...Array.from({ length: columns - 1 }, () => ''),
];

export const value = (text: string | null, more: object = {}): TableCell => ({ text: text || '—', ...MIDDLE, ...more });

export const across = (cell: TableCell, columns: number): TableCell[] => [
  { ...(cell as object), colSpan: columns } as TableCell,
  ...Array.from({ length: columns - 1 }, () => ''),
];

export const time = (iso: string | null): string => (iso === null ? '—' : shownTime(Date.parse(iso)));

/** A box with or without a tick: drawn, for the font has no such sign. */
export const tick = (done: boolean): Content => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><rect x="1" y="1" width="10" height="10" fill="none" stroke="#333" stroke-width="1"/>${
    done ? '<path d="M2.8 6.2 5 8.6 9.4 3.4" fill="none" stroke="#0a7d3c" stroke-width="1.6"/>' : ''
  }</svg>`,
  width: 11,
  alignment: 'center',
  ...MIDDLE,
});
