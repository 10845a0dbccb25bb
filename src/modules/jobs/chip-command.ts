import type { Unlock } from '../../domain/jobs/unlock-claims';
import type { ChipSettings } from '../../domain/wire/chip-settings';
import type { ChipCommandRow } from '../../schema/jobs/chip-command.row';

/** What goes down to a chip, by kind. What has to be signed is signed only when it is sent. */
interface CommandPayloads {
  readonly unlock: Unlock;
  readonly lock: { readonly reason: string };
  readonly configure: ChipSettings & { readonly no: number };
  readonly resend: { readonly boot: number; readonly fromSeq: number; readonly toSeq: number };
  readonly time: Readonly<Record<string, never>>;
  readonly keys: Readonly<Record<string, never>>;
  readonly secret: { readonly no: number; readonly x: string };
}
export type CommandKind = keyof CommandPayloads;

/** `jobId` stands with an unlock and with a job's lock; a lock without a job opens the relay whatever runs. */
type Of<K extends CommandKind> = K extends CommandKind
  ? Pick<ChipCommandRow, 'id' | 'chipNo' | 'jobId' | 'expiresAt'> & {
      readonly kind: K;
      readonly payload: CommandPayloads[K];
    }
  : never;

export type ChipCommand = Of<CommandKind>;

/** Commands that the chip answers on `replies`; the others are done once they are sent. */
export const ANSWERED: readonly CommandKind[] = ['unlock', 'lock', 'keys', 'configure', 'secret'];

/** Waits after the first, second and third sending of an unanswered lock; after that it goes out at every contact. */
export const LOCK_REPEATS_MS: readonly number[] = [2_000, 5_000, 15_000];
