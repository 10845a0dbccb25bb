import { SECOND, type Instant } from '../kernel/time';
import { PAUSE_MS } from './hotp';
import type { Buffered } from './message-buffer';
import { heldKey, type HeldKey } from './token-check';

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
  readonly arcFromA: number;
  readonly readUp: number;
  readonly amps: number;
  readonly volts: number;
  readonly ampMs: number;
  readonly voltMs: number;
  readonly peakA: number;
  readonly arcMs: number;
}

/** Everything a chip knows; `Flash` says what outlives a restart. */
export interface ChipState {
  readonly chipNo: string;
  readonly secret: Uint8Array;
  readonly secretNo: number;
  /** Agreed with the platform; the secret from the first connection under it. */
  readonly next: NextSecret | null;
  readonly boot: number;
  readonly hotp: number;
  readonly triesLeft: number;
  /** Until then typed codes are not even looked at. */
  readonly pausedUntilUp: number;
  readonly seq: number;
  /** Platform time minus `up`; null until a `time` command came in this boot. */
  readonly epoch: Instant | null;
  readonly keys: readonly HeldKey[];
  /** When the set of keys was signed, in seconds. */
  readonly keysIat: number;
  readonly jobs: readonly HeldJob[];
  readonly usedTokens: readonly { readonly jobId: string; readonly expiresAt: Instant }[];
  readonly tamper: boolean;
  readonly settings: Settings;
  readonly meters: readonly Meter[];
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracyM: number } | null;
}

/** What `configure` sets; number 0 is the factory's. */
export interface Settings {
  readonly no: number;
  readonly sampleMs: number;
  readonly idleSampleMs: number;
  readonly arcFromA: number;
  /** Kept and told; a simulated torch makes no shorter pauses. */
  readonly arcPauseMs: number;
}

/** A secret that was agreed on, with the offer and the answer: the same offer again gets the same answer. */
export interface NextSecret {
  readonly no: number;
  readonly secretHex: string;
  readonly offered: string;
  readonly answered: string;
}

/** Which of a chip's facts outlive a power cut, as they are written down. Left out: as the factory made it. */
export interface Flash extends Pick<ChipState, 'boot' | 'hotp' | 'triesLeft'> {
  readonly secret?: { readonly no: number; readonly hex: string; readonly next: NextSecret | null };
  readonly keys?: { readonly iat: number; readonly set: readonly { readonly kid: string; readonly x: string }[] };
  readonly settings?: Settings;
}

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

/** From `arcFromA` on something burns; below it is leakage and noise. */
const FACTORY_SETTINGS: Settings = {
  ...{ no: 0, sampleMs: 10 * SECOND, idleSampleMs: 60 * SECOND, arcFromA: 5, arcPauseMs: 200 },
};

export const relayOf = ({ jobs }: Pick<ChipState, 'jobs'>): Relay => (jobs.length > 0 ? 'closed' : 'open');
export const burning = (meter: Meter): boolean => meter.amps >= meter.arcFromA;
export const jobAt = (state: ChipState, outlet: number): HeldJob | undefined =>
  state.jobs.find((job) => job.outlet === outlet);

/** By the chip's clock; null without one. */
export const timeAt = ({ epoch }: Pick<ChipState, 'epoch'>, up: number): Instant | null =>
  epoch === null ? null : epoch + up;

export const emptyMeter = (outlet: number, up: number, arcFromA: number): Meter => ({
  ...{ outlet, arcFromA, sinceUp: up, readUp: up, amps: 0, volts: 0, ampMs: 0, voltMs: 0, peakA: 0, arcMs: 0 },
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
export function freshBoot(make: ChipMake, flash: Flash): ChipState {
  const { boot, hotp, triesLeft, secret, keys, settings = FACTORY_SETTINGS } = flash;
  return {
    ...{ chipNo: make.chipNo, position: make.position, boot, hotp, triesLeft, settings },
    secret: secret ? Buffer.from(secret.hex, 'hex') : make.secret,
    secretNo: secret?.no ?? 1,
    next: secret?.next ?? null,
    keys: keys ? keys.set.map(heldKey) : make.keys,
    keysIat: keys?.iat ?? 0,
    pausedUntilUp: triesLeft === 0 ? PAUSE_MS : 0,
    ...{ seq: 0, epoch: null, jobs: [], usedTokens: [], tamper: false },
    meters: Array.from({ length: make.outlets }, (_, i) => emptyMeter(i + 1, 0, settings.arcFromA)),
  };
}

/** What is written down; what is as the factory made it is left out. */
export function flashOf(state: ChipState): Flash {
  const { boot, hotp, triesLeft, secret, secretNo: no, next, keys, keysIat: iat, settings } = state;
  return {
    ...{ boot, hotp, triesLeft },
    ...(no > 1 || next ? { secret: { no, hex: Buffer.from(secret).toString('hex'), next } } : {}),
    ...(iat > 0 ? { keys: { iat, set: keys.map(({ kid, x }) => ({ kid, x })) } } : {}),
    ...(settings.no > 0 ? { settings } : {}),
  };
}
