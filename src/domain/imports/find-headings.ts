import { ok, refused, type Result } from '../../kernel/result';
import type { TableRow } from '../../kernel/table-cell';
import { cellText } from './cell-text';
import { wordKey } from './cell-word';
import { COLUMNS } from './columns/columns-of';
import type { Columns } from './column';
import { IMPORT_KINDS, type ImportKind } from './import';

/** Titles and merged headings may stand above the row that names the columns. */
export const HEADING_ROWS = 12;

export interface Headings {
  readonly line: number;
  /** Where each column of the kind stands. */
  readonly places: ReadonlyMap<string, number>;
  /** Headings that the platform does not know, as they are written. */
  readonly ignored: readonly string[];
}

export type HeadingFault =
  | { readonly code: 'import.wrong-kind'; readonly looksLike: ImportKind }
  | { readonly code: 'import.headings-missing'; readonly missing: readonly string[] };

/** The row that names the columns of a kind. A table that fits another kind says so. */
export function findHeadings(kind: ImportKind, rows: readonly TableRow[]): Result<Headings, HeadingFault> {
  const best = bestOf(kind, rows);
  if (best && missingOf(kind, best).length === 0) return ok(best);
  const other = IMPORT_KINDS.find((one) => one !== kind && fits(one, rows));
  if (other !== undefined) return refused({ code: 'import.wrong-kind', looksLike: other });
  return refused({ code: 'import.headings-missing', missing: missingOf(kind, best) });
}

function fits(kind: ImportKind, rows: readonly TableRow[]): boolean {
  const best = bestOf(kind, rows);
  return best !== null && missingOf(kind, best).length === 0;
}

/** Needed columns that are not there; all of them where no row names any. */
const missingOf = (kind: ImportKind, headings: Headings | null): string[] =>
  Object.entries(COLUMNS[kind])
    .filter(([key, { required }]) => required && headings?.places.has(key) !== true)
    .map(([key]) => key);

function bestOf(kind: ImportKind, rows: readonly TableRow[]): Headings | null {
  const found = rows.map((row) => headingsIn(COLUMNS[kind], row));
  const most = Math.max(...found.map(({ places }) => places.size), 0);
  return most === 0 ? null : (found.find(({ places }) => places.size === most) ?? null);
}

function headingsIn(columns: Columns, { line, cells }: TableRow): Headings {
  const places = new Map<string, number>();
  const ignored: string[] = [];
  cells.forEach((cell, place) => {
    const heading = cellText(cell);
    const key = keyOf(columns, heading);
    if (key !== undefined && !places.has(key)) places.set(key, place);
    else if (heading !== '') ignored.push(heading.slice(0, 60));
  });
  return { line, places, ignored };
}

/** A star or “required” in a heading only says that it must be filled in. */
function keyOf(columns: Columns, heading: string): string | undefined {
  const word = wordKey(heading.replace(/[(（]?(必填|选填|可选|required|optional)[)）]?/gi, ''));
  if (word === '') return undefined;
  const named = Object.entries(columns);
  const is = (name: string): boolean => wordKey(name) === word;
  const exact = named.find(([key, one]) => [key, one.heading.zh, one.heading.en].some(is));
  return (exact ?? named.find(([, one]) => one.aliases.some(is)))?.[0];
}
