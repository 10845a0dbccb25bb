import { ok, refused, type Result } from '../../../kernel/result';
import { refusedRow, type RowVerdict } from '../import';

/** What the words of a cell led to in the register; null if the cell is empty. */
export type Found = FoundThing | 'unknown' | 'ambiguous' | null;

export interface FoundThing {
  readonly id: string;
  readonly regionCode: string;
  /** Whether who imports may write there. */
  readonly reached: boolean;
}

type Codes = Readonly<Record<'unknown' | 'ambiguous', string>>;

const CODES = {
  region: { unknown: 'region.unknown', ambiguous: 'import.region-ambiguous' },
  enterprise: { unknown: 'enterprise.unknown', ambiguous: 'import.enterprise-ambiguous' },
  owner: { unknown: 'welder.unknown', ambiguous: 'welder.unknown' },
} as const satisfies Readonly<Record<string, Codes>>;

/** The thing, or why it cannot be used. */
export function thingIn(found: Found, what: keyof typeof CODES, field: string): Result<FoundThing | null, RowVerdict> {
  if (found === 'unknown' || found === 'ambiguous') return refused(refusedRow(CODES[what][found], field));
  if (found !== null && !found.reached) return refused(refusedRow('registry.outside-scope', field));
  return ok(found);
}
