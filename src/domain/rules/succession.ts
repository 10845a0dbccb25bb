import { covers, MINUTE, type Instant } from '../../kernel/time';

/** One version among those that follow each other in time; half open. */
export interface Version {
  readonly id: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

export type Stage = 'past' | 'running' | 'planned';

export function stageOf({ validFrom, validTo }: Omit<Version, 'id'>, at: Instant): Stage {
  if (at < validFrom) return 'planned';
  return covers({ from: validFrom, to: validTo }, at) ? 'running' : 'past';
}

/** A planned version begins this much later at the earliest: time to withdraw it, and for every process to read it. */
export const LEAST_AHEAD = MINUTE;

type SuccessionFault = 'not-ahead' | 'reversed' | 'overlaps';

export type Succession<V> =
  | {
      readonly ok: true;
      /** Ends where the new one begins; null: nothing was in force there. */ readonly ends: V | null;
    }
  | { readonly ok: false; readonly fault: SuccessionFault; readonly with: V | null };

/**
 * Lets a new version begin ahead of its date. Only the version in force at its beginning gives way; one that begins
 * later stands, and the new one must end before it. The past is never edited.
 */
export function succeed<V extends Version>(
  versions: readonly V[],
  next: { readonly validFrom: Instant; readonly validTo: Instant | null },
  at: Instant,
): Succession<V> {
  const { validFrom, validTo } = next;
  if (validFrom < at + LEAST_AHEAD) return { ok: false, fault: 'not-ahead', with: null };
  if (validTo !== null && validTo <= validFrom) return { ok: false, fault: 'reversed', with: null };
  const later = versions.find((one) => one.validFrom >= validFrom && (validTo === null || one.validFrom < validTo));
  if (later) return { ok: false, fault: 'overlaps', with: later };
  const ends = versions.find((one) => covers({ from: one.validFrom, to: one.validTo }, validFrom));
  return { ok: true, ends: ends ?? null };
}

/** The version that a planned one would have ended, and that goes on as long as that one would have. */
export const predecessor = <V extends Version>(versions: readonly V[], planned: Version): V | null =>
  versions.find((one) => one.validTo === planned.validFrom) ?? null;
