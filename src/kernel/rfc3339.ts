import { shanghaiMidnight, type Instant } from './time';

/** Times and dates as the interface takes and gives them. Seconds and offset are compulsory: without an offset a time depends on the server. */

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;
const TIME = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?${OFFSET}$`);

/** `YYYY-MM-DD`, whether or not there is such a day. */
export const isWrittenAsDate = (text: string): boolean => DATE.test(text);

/** `YYYY-MM-DD`, of a day that there is. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Anything planned later was mistyped, and added up it leaves the years that four digits can name. */
const NO_LATER = '2200';

/** A time of RFC 3339 with its offset, on a day that there is. */
export function isTime(text: string): boolean {
  const day = TIME.exec(text)?.[1];
  return day !== undefined && day < NO_LATER && isDate(day) && !Number.isNaN(Date.parse(text));
}

/** The instant that a text names. A date begins at midnight in China: that is how notices and laws count. */
export const instantOf = (text: string): Instant => (isDate(text) ? shanghaiMidnight(text) : Date.parse(text));
