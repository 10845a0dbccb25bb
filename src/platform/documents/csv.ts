import { Readable } from 'node:stream';
import { harmless } from './workbook';

export const CSV = 'text/csv; charset=utf-8';

/** Without it a spreadsheet program takes UTF-8 for the encoding of its country. */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | null;

/** RFC 4180: cells with separators, quotes or line ends are quoted. No text begins like a formula. */
function written(cell: Cell): string {
  const text = typeof cell === 'string' ? harmless(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of any length, row by row as it is read. */
export const csv = (headings: readonly string[], rows: Iterable<readonly Cell[]>): Readable =>
  Readable.from(lines(headings, rows));

function* lines(headings: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  const line = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;
  yield BYTE_ORDER_MARK + line(headings);
  for (const row of rows) yield line(row);
}
