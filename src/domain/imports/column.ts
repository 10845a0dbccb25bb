import type { Text } from '../../kernel/language';
import { ok, refused, type Result } from '../../kernel/result';
import type { TableCell } from '../../kernel/table-cell';
import { cellDate } from './cell-date';
import type { CellFault } from './cell-fault';
import { cellText, identifierText, wholeNumber } from './cell-text';
import { cellWord, cellWords, cellYes, type Meanings } from './cell-word';

/** What cells of one column mean. `from1904`: the calendar of the file. */
export type CellReader<T> = (cell: TableCell, from1904: boolean) => Result<T, CellFault>;

/** A column of a kind, by its headings and what stands below them. */
export interface Column<T> {
  readonly heading: Text;
  /** What other lists call it. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly example: string;
  /** For the notes of the template. */
  readonly note: Text;
  readonly read: CellReader<T>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** One row as it was read; null for an empty cell. */
export type ValuesOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T | null : never;
};

export const words =
  (most: number): CellReader<string> =>
  (cell) => {
    const text = cellText(cell);
    return text.length <= most ? ok(text) : refused('import.too-long');
  };

export const identifier =
  (most: number): CellReader<string> =>
  (cell) => {
    const text = identifierText(cell);
    return text.ok && text.value.length > most ? refused('import.too-long') : text;
  };

export const whole =
  (least: number, most: number): CellReader<number> =>
  (cell) =>
    wholeNumber(cell, least, most);

export const oneOf =
  <M extends string>(meanings: Meanings<M>): CellReader<M> =>
  (cell) =>
    cellWord(cell, meanings);

export const severalOf =
  <M extends string>(meanings: Meanings<M>): CellReader<readonly M[]> =>
  (cell) =>
    cellWords(cell, meanings);

export const date: CellReader<string> = cellDate;
export const yes: CellReader<boolean> = cellYes;
