import type { Instant } from '../../src/kernel/time';
import type { Sealer } from '../../src/platform/database/sealer';
import type { TipSealer } from '../../src/modules/tips/identity/tip-sealer';
import type { Ids } from '../../src/platform/time/ids';

/** What the loader is told: time, ids and keys come from outside, so that two runs differ in nothing else. */
export interface DemoContext {
  readonly now: Instant;
  readonly ids: Ids;
  readonly sealer: Sealer;
  /** Who reported something is sealed under a key of its own. */
  readonly tipSealer: TipSealer;
  /** One hash for all demo people: they share the password that is printed at start. */
  readonly passwordHash: string;
  readonly chipSeed: string;
}

/** A machine of the county with the chip on it. */
export interface DemoMachine {
  readonly id: string;
  readonly code: string;
  readonly chipNo: string;
  readonly secretHex: string;
}

/** What was made, by the numbers of county.ts: the n-th enterprise, welder and machine. */
export interface DemoCounty {
  readonly enterpriseIds: readonly string[];
  readonly welderIds: readonly string[];
  /** All machines; those past `machines` are gas sets, and machines that wait for a chip. */
  readonly machineIds: readonly string[];
  readonly machines: readonly DemoMachine[];
  readonly userIds: Readonly<Record<string, string>>;
}

export const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
export const iso = (at: Instant): string => new Date(at).toISOString();

/** Ids for `count` things made at one moment, of which the first shall stand first in lists: lists show the newest first. */
export const idsFirstOnTop = ({ ids, now }: Pick<DemoContext, 'ids' | 'now'>, count: number): string[] =>
  range(count)
    .map(() => ids.next(now))
    .reverse();
