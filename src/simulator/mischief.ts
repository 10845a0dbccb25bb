import { SECOND } from '../kernel/time';
import type { Chip } from './chip';
import type { Diary } from './diary';
import type { Random, Range } from './random';
import type { Rhythm } from './scenarios';
import { wait } from './wait';

const BURNS: Range = [15 * SECOND, 40 * SECOND];
const STAYS_OPEN: Range = [30 * SECOND, 90 * SECOND];

/** A kind of thing that should not happen, and to whose chips it happens. */
export interface Mischief {
  readonly chips: readonly Chip[];
  readonly rhythm: Rhythm;
  readonly play: (chip: Chip, random: Random, signal: AbortSignal) => Promise<void>;
  readonly counted: 'off-platform' | 'tampered';
}

/** Someone has wired past the relay and burns without a job (不入平台作业). */
export async function burnOffPlatform(chip: Chip, random: Random, signal: AbortSignal): Promise<void> {
  chip.bypass(true);
  chip.strike();
  await wait(random.between(BURNS), signal);
  chip.release();
  chip.bypass(false);
}

/** Someone opens the housing, and closes it again. */
export async function openHousing(chip: Chip, random: Random, signal: AbortSignal): Promise<void> {
  chip.report('tamper-open');
  await wait(random.between(STAYS_OPEN), signal);
  chip.report('tamper-closed');
}

/** Plays one kind of mischief again and again, each time with another machine that nobody works with just then. */
export async function misbehave(
  { chips, rhythm, play, counted }: Mischief,
  random: Random,
  diary: Diary,
  signal: AbortSignal,
): Promise<void> {
  await wait(random.between(rhythm.first), signal);
  while (!signal.aborted) {
    const free = chips.filter((chip) => chip.connected && chip.relay === 'open');
    if (free.length > 0) {
      diary.count(counted);
      await play(random.pick(free), random, signal);
    }
    await wait(free.length > 0 ? random.between(rhythm.between) : 5 * SECOND, signal);
  }
}
