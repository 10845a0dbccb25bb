import type { Verdict } from '../../../domain/collection/duplicates';
import type { Refusal } from '../../../kernel/refusal';
import type { Result } from '../../../kernel/result';
import type { RegionCode } from '../../../kernel/region-code';
import type { Shown } from './candidates.view';

/** What a use case of the register answers of a new record. */
export interface Registered {
  readonly id: string;
  readonly regionCode: RegionCode;
}

/** One collected thing, read and compared: what it may be the same as, and how it enters the register. */
export interface Subject {
  readonly regionCode: RegionCode;
  /** What may be the same, the best first; one alone where it is certain. */
  readonly found: readonly (readonly [Shown, Verdict])[];
  /** Keyed hash by which it is found again. */
  readonly phoneHash: string | null;
  /** Kept sealed until the number is typed; null: it can be registered now. */
  readonly heldSealed: string | null;
  register(): Promise<Result<Registered, Refusal>>;
  /** It is there already: what the second collector left on the spot. */
  joinTo(id: string): Promise<void>;
}

export const NO_TRACE = (): Promise<void> => Promise.resolve();
