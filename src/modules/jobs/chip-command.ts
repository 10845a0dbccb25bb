import type { Unlock } from '../../domain/jobs/unlock-claims';
import type { Instant } from '../../kernel/time';

/** What goes down to a chip, by kind; an unlock holds what its token will say, signed only when it is sent. */
interface CommandPayloads {
  readonly unlock: Unlock;
  readonly lock: { readonly reason: string };
  readonly configure: { readonly sampleMs: number; readonly idleSampleMs: number };
  readonly resend: { readonly boot: number; readonly fromSeq: number; readonly toSeq: number };
  readonly time: Readonly<Record<string, never>>;
  readonly keys: { readonly jws: string };
}
export type CommandKind = keyof CommandPayloads;

type Of<K extends CommandKind> = K extends CommandKind
  ? {
      readonly id: string;
      readonly chipNo: string;
      readonly kind: K;
      /** Of an unlock and of a job's lock; a lock without job opens the relay whatever runs. */
      readonly jobId: string | null;
      readonly payload: CommandPayloads[K];
      readonly expiresAt: Instant | null;
    }
  : never;

export type ChipCommand = Of<CommandKind>;

/** Commands that the chip answers on `replies`; the others are done once they are sent. */
export const ANSWERED: readonly CommandKind[] = ['unlock', 'lock', 'keys'];

/** Waits after the first, second and third sending of an unanswered lock; after that it goes out at every contact. */
export const LOCK_REPEATS_MS: readonly number[] = [2_000, 5_000, 15_000];
