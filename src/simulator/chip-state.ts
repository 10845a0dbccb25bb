import { SECOND, type Instant } from '../kernel/time';
import { PAUSE_MS } from './hotp';
import type { Buffered } from './message-buffer';
import type { HeldKey } from './token-check';

export type Relay = 'open' | 'closed';

/** A job that holds the relay closed on one outlet. All times are the chip's own milliseconds since boot. */
export interface HeldJob {
  readonly id: string;
  readonly outlet: number;
  readonly untilUp: number;
  readonly idleMs: number;
  /** When the arc burned last, or when power came. */
  readonly lastArcUp: number;
}

/** What the sensor of one outlet has measured since the last sample. */
export interface Meter {
  readonly outlet: number;
  readonly sinceUp: number;
  readonly readUp: number;
  readonly amps: number;
  readonly volts: number;
  readonly ampMs: number;
  readonly voltMs: number;
  readonly peakA: number;
  readonly arcMs: number;
}

/** Everything a chip knows. What flash keeps over a restart is `boot`, `hotp` and `triesLeft`. */
export interface ChipState {
  readonly chipNo: string;
  readonly secret: Uint8Array;
  readonly boot: number;
  readonly hotp: number;
  readonly triesLeft: number;
  /** Until then typed codes are not even looked at. */
  readonly pausedUntilUp: number;
  readonly seq: number;
  /** Platform time minus `up`; null until a `time` command came in this boot. */
  readonly epoch: Instant | null;
  readonly keys: readonly HeldKey[];
  readonly jobs: readonly HeldJob[];
  readonly usedTokens: readonly { readonly jobId: string; readonly expiresAt: Instant }[];
  readonly tamper: boolean;
  readonly sampleMs: number;
  readonly idleSampleMs: number;
  readonly meters: readonly Meter[];
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracyM: number } | null;
}

/** Which of a chip's facts outlive a power cut. */
export type Flash = Pick<ChipState, 'boot' | 'hotp' | 'triesLeft'>;

/** What a step asks its surroundings to do. */
export type Effect =
  | ({ readonly kind: 'message' } & Buffered)
  | { readonly kind: 'direct'; readonly topic: 'birth' | 'replies'; readonly payload: string }
  | { readonly kind: 'resend'; readonly boot: number; readonly fromSeq: number; readonly toSeq: number }
  | { readonly kind: 'remember'; readonly flash: Flash };

export type EventKind =
  | 'power-on' | 'power-off' | 'arc-start' | 'arc-stop' | 'relay-closed' | 'relay-opened' | 'unlock-used' | 'offline-unlock'
  | 'tamper-open' | 'tamper-closed' | 'mains-without-relay' | 'moved' | 'fault'; // prettier-ignore

export interface ChipEvent {
  readonly kind: EventKind;
  readonly job?: string;
  readonly outlet?: number;
  readonly hotp?: number;
  readonly hours?: number;
}

/** From this current on something burns; below it is leakage and noise. */
const ARC_FROM_A = 5;

const SAMPLE_MS = 10 * SECOND;
const IDLE_SAMPLE_MS = 60 * SECOND;

export const relayOf = ({ jobs }: Pick<ChipState, 'jobs'>): Relay => (jobs.length > 0 ? 'closed' : 'open');
export const burning = (meter: Meter): boolean => meter.amps >= ARC_FROM_A;
export const jobAt = (state: ChipState, outlet: number): HeldJob | undefined =>
  state.jobs.find((job) => job.outlet === outlet);

/** By the chip's clock; null without one. */
export const timeAt = ({ epoch }: Pick<ChipState, 'epoch'>, up: number): Instant | null =>
  epoch === null ? null : epoch + up;

export const emptyMeter = (outlet: number, up: number): Meter => ({
  ...{ outlet, sinceUp: up, readUp: up, amps: 0, volts: 0, ampMs: 0, voltMs: 0, peakA: 0, arcMs: 0 },
});

/** What a chip is made with in the factory and fitted to. */
export interface ChipMake {
  readonly chipNo: string;
  readonly secret: Uint8Array;
  readonly outlets: number;
  readonly keys: readonly HeldKey[];
  readonly position: ChipState['position'];
}

/** A chip just powered up: relay open, no time, nothing counted. */
export const freshBoot = (make: ChipMake, flash: Flash): ChipState => ({
  ...{ chipNo: make.chipNo, secret: make.secret, keys: make.keys, position: make.position },
  ...flash,
  pausedUntilUp: flash.triesLeft === 0 ? PAUSE_MS : 0,
  ...{ seq: 0, epoch: null, jobs: [], usedTokens: [], tamper: false },
  ...{ sampleMs: SAMPLE_MS, idleSampleMs: IDLE_SAMPLE_MS },
  meters: Array.from({ length: make.outlets }, (_, i) => emptyMeter(i + 1, 0)),
});
