import { ok, refused, type Result } from '../../kernel/result';
import type { TableCell } from '../../kernel/table-cell';
import { DAY } from '../../kernel/time';
import type { CellFault } from './cell-fault';
import { cellText } from './cell-text';

/** Serial number 0 of both calendars. The one of 1900 knows a 29 February 1900, so its days are right from March 1900 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const YEARS = { from: 1930, to: 2100 };

/** Years, then month, then day, however they are parted; a time of day behind them says nothing about the day. */
const YEAR_FIRST = /^(\d{4})(?:[-/.年\s]+)(\d{1,2})(?:[-/.月\s]+)(\d{1,2})日?(?:[t\s]+\d{1,2}[:：].*)?$/i;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * A date as `YYYY-MM-DD`. A number is a day of the spreadsheet's calendar, unless it is written like 20260105. Of 5/1/2026
 * nobody knows which is the month, so it is refused where both may be.
 */
export function cellDate(cell: TableCell, from1904: boolean): Result<string, CellFault> {
  const text = cellText(cell).normalize('NFKC');
  const together = TOGETHER.exec(text);
  if (together && isLikely(Number(together[1]))) return dateOf(together[1], together[2], together[3]);
  if (/^\d{3,6}(\.\d+)?$/.test(text)) return serialDate(Number(text), from1904);
  const first = YEAR_FIRST.exec(text);
  if (first) return dateOf(first[1], first[2], first[3]);
  const last = YEAR_LAST.exec(text);
  return last ? yearLast(Number(last[1]), Number(last[2]), last[3]) : refused('import.date-unreadable');
}

function serialDate(serial: number, from1904: boolean): Result<string, CellFault> {
  const date = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY);
  return isLikely(date.getUTCFullYear()) ? ok(date.toISOString().slice(0, 10)) : refused('import.date-unreadable');
}

function yearLast(one: number, two: number, year: string | undefined): Result<string, CellFault> {
  if (one <= 12 && two <= 12 && one !== two) return refused('import.date-ambiguous');
  const [month, day] = one > 12 ? [two, one] : [one, two];
  return dateOf(year, String(month), String(day));
}

function dateOf(year = '', month = '', day = ''): Result<string, CellFault> {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists && isLikely(Number(year)) ? ok(date) : refused('import.date-unreadable');
}

const isLikely = (year: number): boolean => year >= YEARS.from && year <= YEARS.to;
