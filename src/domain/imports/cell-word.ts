import { ok, refused, type Result } from '../../kernel/result';
import type { TableCell } from '../../kernel/table-cell';
import type { CellFault } from './cell-fault';
import { cellText } from './cell-text';

/** Words by the member of a vocabulary that they mean. */
export type Meanings<M extends string> = ReadonlyMap<string, M>;

/** Letters and digits alone, so that blanks, brackets, dots and width make no difference. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** From the vocabulary's own words in each language, its codes, and what else people write. */
export function meaningsOf<M extends string>(
  languages: readonly Readonly<Record<M, string>>[],
  others: Partial<Readonly<Record<M, readonly string[]>>> = {},
): Meanings<M> {
  const meanings = new Map<string, M>();
  for (const words of languages)
    for (const [member, word] of Object.entries(words) as [M, string][])
      for (const name of [member, word, ...(others[member] ?? [])]) meanings.set(wordKey(name), member);
  return meanings;
}

export function cellWord<M extends string>(cell: TableCell, meanings: Meanings<M>): Result<M, CellFault> {
  const member = meanings.get(wordKey(cellText(cell)));
  return member === undefined ? refused('import.word-unknown') : ok(member);
}

/** Several words in one cell, parted by a comma of either language, a slash, a plus or 和. */
export function cellWords<M extends string>(cell: TableCell, meanings: Meanings<M>): Result<M[], CellFault> {
  const whole = meanings.get(wordKey(cellText(cell)));
  if (whole !== undefined) return ok([whole]);
  const found = cellText(cell)
    .split(/[、,，;；/+&\n]|和(?=压|钎|熔)/)
    .filter((word) => word.trim() !== '')
    .map((word) => meanings.get(wordKey(word)));
  if (found.length === 0 || found.includes(undefined)) return refused('import.word-unknown');
  return ok([...new Set(found as M[])]);
}

const YES = new Set(['是', '有', '对', '√', '✓', '1', 'y', 'yes', 'true', 't', '真']);
const NO = new Set(['否', '无', '没有', '不是', '×', '0', 'n', 'no', 'false', 'f', '假']);

export function cellYes(cell: TableCell): Result<boolean, CellFault> {
  const word = cellText(cell).normalize('NFKC').toLowerCase();
  if (YES.has(word)) return ok(true);
  return NO.has(word) ? ok(false) : refused('import.word-unknown');
}
