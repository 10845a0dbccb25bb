/** A cell of a table as its file holds it. A formula is never evaluated: `text` is the value that the program stored beside it. */
export interface TableCell {
  readonly text: string;
  /** Only where the file stored a number and no text. A long number has lost its last digits then. */
  readonly number: number | null;
  readonly formula: boolean;
}

export interface TableRow {
  /** Counted from 1, as a spreadsheet program shows it. */
  readonly line: number;
  readonly cells: readonly TableCell[];
  /** A filter or a person has hidden it: whoever sent the file did not see it. */
  readonly hidden?: true;
}

export const textCell = (text: string): TableCell => ({ text, number: null, formula: false });
export const EMPTY_CELL: TableCell = textCell('');
