import { cellText } from './cells';
import type { ReportTable } from './report-pages';

/** Han signs on a line of A4 across. */
const LINE = 84;
/** From how many columns on numbers share the page evenly. */
const MANY = 8;
/** A column whose longest text has at most so many signs is never broken. */
const SHORT = 11;
/** Room at both sides of a text, in signs. */
const ROOM = 1.4;
/** What the name takes where all others are numbers: the eye follows a line more easily over a narrow gap. */
const NAME_BESIDE_NUMBERS = 0.4;

/** The head of a column of texts stands at the left, one of numbers above its numbers. */
export const holdsTexts = ({ rows }: Pick<ReportTable, 'rows'>, column: number): boolean =>
  rows.some((row) => typeof row[column] === 'string');

/** So many columns that their heads need several lines. */
export const isCrowded = (header: readonly string[]): boolean => header.length > MANY;

/** Chinese heads are broken before a unit and, where they are long, after four signs: 平均响应 · 时间 · （小时）. */
export const headLines = (name: string, header: readonly string[]): string[] =>
  isCrowded(header) ? name.split(/(?=（)|(?<=^\p{Script=Han}{4})(?=\p{Script=Han}{2})/u) : [name];

/** How much of the page's width each column takes: no short name or day is broken, and what is longer shares the rest. */
export function columnShares({ header, rows }: Pick<ReportTable, 'header' | 'rows'>): number[] {
  const others = header.length - 1;
  const longest = header.map((head, column) => Math.max(signs(head), ...rows.map((row) => signs(cellText(row[column] ?? null))))); // prettier-ignore
  const names = Math.max(...rows.map(([name]) => signs(cellText(name ?? null))));
  const nameFirst = (share: number): number[] =>
    header.map((_, column) => (column === 0 ? share : (1 - share) / others));
  if (isCrowded(header)) return nameFirst((Math.min(names, SHORT) + ROOM) / LINE);
  if (others > 1 && header.every((_, column) => column === 0 || !holdsTexts({ rows }, column))) return nameFirst(NAME_BESIDE_NUMBERS); // prettier-ignore
  const fixed = longest.map((one) => (one > SHORT ? null : (one + ROOM) / LINE));
  const left = 1 - fixed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const open = fixed.filter((one) => one === null).length;
  if (open === 0) return longest.map((one) => (one + ROOM) / longest.reduce((sum, each) => sum + each + ROOM, 0));
  return fixed.map((one) => one ?? left / open);
}

/** Letters and digits are about half as wide as Han signs. */
const signs = (text: string): number => [...text].reduce((sum, sign) => sum + (sign < '\u2000' ? 0.62 : 1), 0);
