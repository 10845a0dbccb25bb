import type { Columns } from '../../../domain/imports/column';
import type { RowVerdict } from '../../../domain/imports/import';
import type { Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Actor } from '../../../platform/auth/caller';
import type { Scope } from '../../../platform/database/scope';
import type { Tx } from '../../../platform/database/unit-of-work';

/** One chunk of an import at work. `scope` is the importer's: the transaction itself sees all, so each kind asks it. */
export interface ImportCall {
  readonly tx: Tx;
  readonly at: Instant;
  readonly scope: Scope;
  readonly actor: Actor;
  readonly fileName: string;
}

/** `entityId`: the thing of the register that a row is about, where it is known. */
export interface Judged {
  readonly verdict: RowVerdict;
  readonly entityId: string | null;
}

/** `own`: two things cannot share the key. Otherwise two rows of the same words may be two things. */
export interface RowKey {
  readonly text: string;
  readonly own: boolean;
}

/** What a kind knows: how values become a draft, what the register says to it, and how it comes in. All by chunks. */
export interface KindImport<V, D> {
  readonly columns: Columns;
  /** What a person recognises a row by; no number of a person. */
  labelOf(values: V): string;
  drafts(call: ImportCall, values: readonly V[]): Promise<readonly Result<D, RowVerdict>[]>;
  keyOf(draft: D): RowKey;
  judge(call: ImportCall, drafts: readonly D[]): Promise<readonly Judged[]>;
  /** The ids of what came in, in the order of the drafts; null where something else was quicker. */
  takeIn(call: ImportCall, drafts: readonly D[]): Promise<readonly (string | null)[]>;
}
