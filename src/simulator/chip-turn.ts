import {
  burning,
  emptyMeter,
  jobAt,
  relayOf,
  flashOf,
  timeAt,
  type ChipEvent,
  type ChipState,
  type Effect,
  type HeldJob,
  type Meter,
} from './chip-state';

const VERSION = 1;
const round = (value: number): number => Math.round(value * 10) / 10;

/** What a chip holds now goes with a yes where the command was about it. */
type Answer =
  | { readonly ok: true; readonly keys?: readonly string[]; readonly settings?: number; readonly x?: string }
  | { readonly ok: false; readonly error: string };

/** One step of a chip at one moment of its own time: the state so far, and what is to be done about it outside. */
export class Turn {
  readonly effects: Effect[] = [];

  constructor(
    public state: ChipState,
    readonly up: number,
  ) {}

  set(change: Partial<ChipState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Everything that happened at this moment, in one message. */
  events(...events: readonly ChipEvent[]): void {
    this.message('events', { events: events.map(({ kind, ...rest }) => ({ kind, ...this.stamp(), ...rest })) });
  }

  /** Ends the running interval of every outlet and reports it. An interval of no length is none. */
  samples(): void {
    const measured = this.state.meters.filter((meter) => this.up > meter.sinceUp);
    if (measured.length === 0) return;
    this.set({ meters: this.state.meters.map((meter) => integrated(meter, this.up)) });
    const samples = this.state.meters.map((meter) => this.sample(meter));
    this.message('samples', { samples, ...(this.state.position ?? {}) });
    this.set({
      meters: this.state.meters.map((meter) => ({
        ...emptyMeter(meter.outlet, this.up, this.state.settings.arcFromA),
        ...{ amps: meter.amps, volts: meter.volts, peakA: meter.amps },
      })),
    });
  }

  reply(command: string, answer: Answer): void {
    const body = { command, ...answer, t: timeAt(this.state, this.up), relay: relayOf(this.state) };
    this.direct('replies', body);
  }

  direct(topic: 'birth' | 'replies', body: Record<string, unknown>): void {
    this.effects.push({
      kind: 'direct',
      topic,
      payload: JSON.stringify({ v: VERSION, boot: this.state.boot, ...body }),
    });
  }

  /** A change that outlives a restart. */
  remember(change: Partial<ChipState>): void {
    this.set(change);
    this.effects.push({ kind: 'remember', flash: flashOf(this.state) });
  }

  /** Gives power to a job; whoever held its outlet before makes way without the relay letting go (a handover). */
  hold(job: HeldJob): void {
    this.samples();
    this.set({ jobs: [...this.state.jobs.filter(({ outlet }) => outlet !== job.outlet), job] });
  }

  /** Takes these jobs' power; the relay opens when none is left. */
  release(jobs: readonly HeldJob[]): void {
    if (jobs.length === 0) return;
    this.samples();
    this.set({ jobs: this.state.jobs.filter((job) => !jobs.includes(job)) });
    if (relayOf(this.state) === 'open')
      this.events(...jobs.map(({ id, outlet }) => ({ kind: 'relay-opened', job: id, outlet }) as const));
  }

  stamp(): { readonly t: number | null; readonly up: number } {
    return { t: timeAt(this.state, this.up), up: this.up };
  }

  private sample(meter: Meter): Record<string, unknown> {
    const ms = this.up - meter.sinceUp;
    const job = jobAt(this.state, meter.outlet);
    return {
      ...this.stamp(),
      ms,
      ...{ i: round(meter.ampMs / ms), iMax: round(meter.peakA), u: round(meter.voltMs / ms), arcMs: meter.arcMs },
      relay: relayOf(this.state),
      ...(job ? { job: job.id } : {}),
      outlet: meter.outlet,
    };
  }

  private message(topic: 'samples' | 'events', body: Record<string, unknown>): void {
    const { boot } = this.state;
    const seq = this.state.seq + 1;
    this.set({ seq });
    const payload = JSON.stringify({ v: VERSION, boot, seq, ...body });
    this.effects.push({ kind: 'message', boot, seq, topic, payload });
  }
}

/** Counts what flowed since the meter was last read. */
export function integrated(meter: Meter, up: number): Meter {
  const ms = up - meter.readUp;
  return {
    ...meter,
    readUp: up,
    ampMs: meter.ampMs + meter.amps * ms,
    voltMs: meter.voltMs + meter.volts * ms,
    arcMs: meter.arcMs + (burning(meter) ? ms : 0),
  };
}
