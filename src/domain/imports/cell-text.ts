import { ok, refused, type Result } from '../../kernel/result';
import type { TableCell } from '../../kernel/table-cell';
import { readTyped } from '../../kernel/typed-text';
import type { CellFault } from './cell-fault';

/** A spreadsheet program keeps 15 digits of a number; what follows was replaced by zeros. */
const KEPT_DIGITS = 15;

/**
 * The text of a cell as a person would type it. A leading apostrophe only told the spreadsheet that it is no number.
 */
export function cellText({ text, number }: TableCell): string {
  if (number !== null) return plainNumber(number);
  return readTyped(text)
    .replace(/^['’‘＇]/, '')
    .trim();
}

/** 15 significant digits, without an exponent where a person would write none. */
function plainNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e15 ? String(number) : String(Number(number.toPrecision(15)));
}

/** A long number that a spreadsheet program has taken for a quantity: `4.11003E+17`, or a stored number of more than 15 digits. */
export function isSpoilt(cell: TableCell): boolean {
  if (cell.number !== null) return Math.abs(cell.number) >= 10 ** KEPT_DIGITS;
  return /^\d([.,]\d+)?e\+\d{2}$|^\d[.,]\d+e\d{2}$/i.test(cellText(cell).replace(/\s/g, ''));
}

/** Such a number made a text again: zeros from its 16th digit on. One number in a thousand ends so by itself, so a check digit decides. */
export const looksSpoilt = (text: string): boolean => /^[A-Z]?[1-9]\d{14}0{3,5}$/.test(text.replace(/\s/g, ''));

/** A number of a document, phone, credit code or plate: signs, never a quantity. */
export const identifierText = (cell: TableCell): Result<string, CellFault> =>
  isSpoilt(cell) ? refused('import.number-spoilt') : ok(cellText(cell));

/** A count or a size within bounds; a unit behind it is left out (`400A`, `2 个`). */
export function wholeNumber(cell: TableCell, least: number, most: number): Result<number, CellFault> {
  const text = cellText(cell).normalize('NFKC').replace(/[,\s]/g, '');
  const digits = /^(-?\d+)(\.0+)?(a|安|安培|个|路|台)?$/i.exec(text)?.[1];
  if (digits === undefined) return refused('import.number-unreadable');
  const number = Number(digits);
  return number >= least && number <= most ? ok(number) : refused('import.number-out-of-range');
}
