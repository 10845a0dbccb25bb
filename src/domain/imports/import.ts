/** What a file may bring in. */
export const IMPORT_KINDS = ['machines', 'welders', 'certificates', 'enterprises', 'chips'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** `reading` and `applying` go on by themselves, chunk by chunk; `previewed` waits for a person. */
export const IMPORT_STATES = ['reading', 'previewed', 'applying', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 * What becomes of a row: `created` comes in, `same` is there already, `warned` a person should look at, `refused` stays out.
 * A warned row comes in only where `applies` says so.
 */
export const VERDICTS = ['created', 'same', 'warned', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verdict with its reason; `field` is a column of the kind. */
export interface RowVerdict {
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly field: string | null;
  /** Whether applying the import writes this row. */
  readonly applies: boolean;
}

export const CREATED: RowVerdict = { verdict: 'created', code: null, field: null, applies: true };
export const SAME: RowVerdict = { verdict: 'same', code: null, field: null, applies: false };
export const refusedRow = (code: string, field: string | null = null): RowVerdict => ({
  verdict: 'refused',
  code,
  field,
  applies: false,
});
/** Comes in, and somebody should look at it. */
export const warnedRow = (code: string, field: string | null = null): RowVerdict => ({
  verdict: 'warned',
  code,
  field,
  applies: true,
});
/** Contradicts what is known: nothing is written before a person has decided. */
export const contradicted = (code: string, field: string | null = null): RowVerdict => ({
  verdict: 'warned',
  code,
  field,
  applies: false,
});
