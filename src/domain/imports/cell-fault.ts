/** Why the words in a cell cannot be used. */
export type CellFault =
  | 'import.required'
  | 'import.formula-unread'
  | 'import.too-long'
  | 'import.number-spoilt'
  | 'import.number-unreadable'
  | 'import.number-out-of-range'
  | 'import.date-unreadable'
  | 'import.date-ambiguous'
  | 'import.word-unknown';
