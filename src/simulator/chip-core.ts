import { HOUR } from '../kernel/time';
import { obey } from './chip-commands';
import {
  burning,
  jobAt,
  relayOf,
  type ChipEvent,
  type ChipState,
  type Effect,
  type HeldJob,
  type Meter,
} from './chip-state';
import { integrated, Turn } from './chip-turn';
import { useNext } from './chip-wire';
import { matchCode, PAUSE_MS, TRIES } from './hotp';

/** What can happen to a chip. `up` is its own milliseconds since boot; the core reads no clock. */
export type Input =
  | { readonly kind: 'powered'; readonly up: number }
  | {
      readonly kind: 'connected';
      readonly up: number;
      readonly rssi: number;
      readonly buffered: BufferedRange;
      readonly under?: 'next';
    }
  | { readonly kind: 'command'; readonly up: number; readonly command: Readonly<Record<string, unknown>> }
  | ({ readonly kind: 'current'; readonly up: number; readonly outlet: number } & Current)
  | { readonly kind: 'typed'; readonly up: number; readonly code: string; readonly jobId: string }
  | { readonly kind: 'happened'; readonly up: number; readonly event: ChipEvent }
  | { readonly kind: 'tick'; readonly up: number };

interface BufferedRange {
  readonly fromSeq: number;
  readonly toSeq: number;
}

interface Current {
  readonly amps: number;
  readonly peakA: number;
  readonly volts: number;
}

export interface Step {
  readonly state: ChipState;
  readonly effects: readonly Effect[];
}

/** Without network a job ends by itself after two hours without arc, as one with network does. */
const OFFLINE_IDLE_MS = 2 * HOUR;

/** The whole behaviour of a chip as a function. What has fallen due by `up` is done before what `input` brings. */
export function step(state: ChipState, input: Input): Step {
  const turn = new Turn(state, input.up);
  openWhatIsOver(turn);
  take(turn, input);
  if (turn.up >= nextSampleUp(turn.state)) turn.samples();
  return { state: turn.state, effects: turn.effects };
}

function take(turn: Turn, input: Input): void {
  switch (input.kind) {
    case 'powered':
      return turn.events({ kind: 'power-on' });
    case 'connected':
      if (input.under === 'next') useNext(turn);
      return beBorn(turn, input.rssi, input.buffered);
    case 'command':
      return obey(turn, input.command);
    case 'current':
      return sense(turn, input.outlet, input);
    case 'typed':
      return unlockByCode(turn, input.code, input.jobId);
    case 'happened':
      return happen(turn, input.event);
    case 'tick':
      return undefined;
  }
}

/** The next moment at which a chip has to do something by itself. */
export const nextDueUp = (state: ChipState): number =>
  Math.min(nextSampleUp(state), ...state.jobs.map((job) => endOf(state, job)));

function nextSampleUp(state: ChipState): number {
  const awake = relayOf(state) === 'closed' || state.meters.some(burning);
  return (
    Math.min(...state.meters.map(({ sinceUp }) => sinceUp)) +
    (awake ? state.settings.sampleMs : state.settings.idleSampleMs)
  );
}

/** Safe by itself: `until` and `idle` hold by the chip's own count, whatever the network does. */
function endOf(state: ChipState, job: HeldJob): number {
  const arcing = state.meters.some((meter) => meter.outlet === job.outlet && burning(meter));
  return arcing ? job.untilUp : Math.min(job.untilUp, job.lastArcUp + job.idleMs);
}

const openWhatIsOver = (turn: Turn): void =>
  turn.release(turn.state.jobs.filter((job) => turn.up >= endOf(turn.state, job)));

function beBorn(turn: Turn, rssi: number, buffered: BufferedRange): void {
  const { hotp, tamper } = turn.state;
  const about = { fw: '1.4.2', hw: 'H2', relay: relayOf(turn.state), tamper, buffered, rssi, hotp, input: 'keypad' };
  const holds = { keys: turn.state.keys.map(({ kid }) => kid), settings: turn.state.settings.no };
  turn.direct('birth', { seq: 0, ...turn.stamp(), ...about, ...holds });
}

/** New figures at one outlet. Where they rise above noise or fall below it, an arc has begun or ended. */
function sense(turn: Turn, outlet: number, { amps, peakA, volts }: Current): void {
  const { state, up } = turn;
  const before = state.meters.find((meter) => meter.outlet === outlet);
  if (!before) return;
  const now: Meter = { ...integrated(before, up), amps, volts, peakA: Math.max(before.peakA, peakA) };
  turn.set({
    meters: state.meters.map((meter) => (meter === before ? now : meter)),
    jobs: state.jobs.map((job) =>
      job.outlet === outlet && (burning(before) || burning(now)) ? { ...job, lastArcUp: up } : job,
    ),
  });
  if (burning(before) === burning(now)) return;
  const job = jobAt(state, outlet);
  turn.events({ kind: burning(now) ? 'arc-start' : 'arc-stop', ...(job ? { job: job.id } : {}), outlet });
}

/** No network: the code the welder's phone shows, typed in (docs/chip-protocol.md, "One-time code"). */
function unlockByCode(turn: Turn, code: string, jobId: string): void {
  const { state, up } = turn;
  if (up < state.pausedUntilUp) return;
  const match = matchCode(state.secret, code, state.hotp);
  if (!match) return missCode(turn);
  turn.remember({ hotp: match.nextCounter, triesLeft: TRIES });
  turn.hold({ id: jobId, outlet: 1, untilUp: up + match.hours * HOUR, idleMs: OFFLINE_IDLE_MS, lastArcUp: up });
  turn.events(
    { kind: 'offline-unlock', job: jobId, outlet: 1, hotp: match.nextCounter, hours: match.hours },
    { kind: 'relay-closed', job: jobId, outlet: 1 },
  );
}

/** The last try begins the pause; after it all tries are back. Flash knows of it: pulling the plug does not end it. */
function missCode(turn: Turn): void {
  const triesLeft = (turn.state.triesLeft || TRIES) - 1;
  turn.remember({ triesLeft });
  if (triesLeft === 0) turn.set({ pausedUntilUp: turn.up + PAUSE_MS });
}

function happen(turn: Turn, event: ChipEvent): void {
  if (event.kind === 'tamper-open' || event.kind === 'tamper-closed')
    turn.set({ tamper: event.kind === 'tamper-open' });
  turn.events(event);
}
