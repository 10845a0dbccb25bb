import type { Instant } from '../../kernel/time';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';

/** What permits ask of the work done under them. Jobs come later in the house, so they answer through these doors. */
export abstract class WorkRecords {
  /** When work under a permit last went on: `at` while a job runs, null before the first. */
  abstract lastWorkAt(tx: Tx, permitId: string, at: Instant): Promise<Instant | null>;
}

/** The work that passes from a permit to the one that extends it. */
export interface Continuation {
  readonly fromPermitId: string;
  readonly toPermitId: string;
}

export abstract class RunningJobs {
  /**
   * Lets jobs go on under the extension without a gap in power; both permits are locked by the caller. Jobs whose chip
   * cannot be reached now stay where they are: how many is the answer.
   */
  abstract continueOn(tx: Tx, continuation: Continuation, actor: Actor, at: Instant): Promise<number>;
}
