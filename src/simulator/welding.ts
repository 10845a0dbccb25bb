import { HOUR, SECOND } from '../kernel/time';
import type { Chip } from './chip';
import type { Random, Range } from './random';
import { wait } from './wait';
import type { WeldProfile } from './weld-profile';

/** A hand at a machine's torch. */
export interface Hand {
  readonly chip: Chip;
  readonly profile: WeldProfile;
  readonly random: Random;
}

/** From power to the first arc: helmet down, and off. */
const BEGINS: Range = [2 * SECOND, 6 * SECOND];

/** Arc and pause by turns, as long as there is power and the day is not over. */
export async function weldWhile(
  { chip, profile, random }: Hand,
  hasPower: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const over = (): boolean => signal.aborted || !hasPower();
  await wait(random.between(BEGINS), signal);
  while (!over()) {
    if (chip.strike()) {
      await chip.until(over, random.between(profile.burst));
      chip.release();
    }
    if (!over()) await chip.until(over, random.between(profile.pause));
  }
}

/** Where nobody of the simulation works, power can only be a visitor's: the machine then welds for them. */
export async function weldForVisitors(hand: Hand, signal: AbortSignal): Promise<void> {
  const { chip } = hand;
  const powered = (): boolean => chip.relay === 'closed';
  while (!signal.aborted)
    if (await chip.until(() => signal.aborted || powered(), HOUR)) await weldWhile(hand, powered, signal);
}
