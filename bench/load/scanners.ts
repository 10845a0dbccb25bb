import { answerAs } from '../kit/worker';
import type { Broker, ChipSecret } from './chip-line';
import { listen } from './event-line';
import { HttpLine, idIn } from './http-line';
import { WorkingChip } from './working-chip';

/** A welder, the machine that they scan, and the chip that holds its power. */
export interface Scanner {
  readonly token: string;
  readonly scan: object;
  readonly chip: ChipSecret;
}

export type ScannersAsk =
  | {
      readonly do: 'open';
      readonly url: string;
      readonly broker: Broker;
      readonly scanners: readonly Scanner[];
      readonly listener: string;
    }
  /** Scans at a fixed pace, whether or not those before are done. */
  | { readonly do: 'pace'; readonly perSecond: number; readonly seconds: number }
  /** All at once. */
  | { readonly do: 'burst'; readonly scans: number }
  | { readonly do: 'close' };

/** Milliseconds from the moment a scan was due. */
export interface Scanned {
  /** Until the chip has given power and said so. */
  readonly power: readonly number[];
  /** Until the event stream tells that the job runs. */
  readonly told: readonly number[];
  /** From the first scan to the last power. */
  readonly seconds: number;
  readonly refused: number;
}

interface Place {
  readonly scanner: Scanner;
  readonly chip: WorkingChip;
}

const TICK_MS = 5;
const PATIENCE_MS = 60_000;
/** A welder does not scan again right after the end. */
const REST_MS = 1_000;

let url = '';
const places: Place[] = [];
const free: Place[] = [];
const started = new Map<string, () => void>();
let stopListening: () => void = () => undefined;
let beating: NodeJS.Timeout | undefined;
const BEAT_MS = 20_000;

async function open(ask: Extract<ScannersAsk, { do: 'open' }>): Promise<void> {
  url = ask.url;
  for (const scanner of ask.scanners) places.push({ scanner, chip: await WorkingChip.open(ask.broker, scanner.chip) });
  free.push(...places);
  beating = setInterval(() => places.forEach(({ chip }) => chip.beat()), BEAT_MS);
  const stream = await listen(url, ask.listener, ({ type, entityId }) => {
    if (type === 'job.started') started.get(entityId)?.();
  });
  stopListening = () => stream.close();
}

class Run {
  private readonly power: number[] = [];
  private readonly told: number[] = [];
  private refused = 0;
  private lastAt = 0;
  private readonly begun = performance.now();
  private readonly open: Promise<void>[] = [];

  /** One scan that was due at `from`, when somebody is free. */
  scan(from: number): void {
    this.open.push(this.work(from));
  }

  async end(): Promise<Scanned> {
    await Promise.all(this.open);
    const { power, told, refused } = this;
    return { power, told, refused, seconds: (this.lastAt - this.begun) / 1_000 };
  }

  private async work(from: number): Promise<void> {
    const place = await nextFree();
    const line = await HttpLine.open(url);
    try {
      await this.job(place, line, from);
    } catch {
      this.refused += 1;
    } finally {
      line.close();
      setTimeout(() => free.push(place), REST_MS);
    }
  }

  private async job({ scanner, chip }: Place, line: HttpLine, from: number): Promise<void> {
    const { token, scan } = scanner;
    const unlocked = obeyed(chip, 'unlock');
    const body = await line.send({ method: 'POST', path: '/jobs', body: scan, token });
    const id = idIn(body) ?? '';
    const running = new Promise<void>((resolve) => started.set(id, resolve));
    const at = await unlocked;
    this.power.push(at - from);
    this.lastAt = Math.max(this.lastAt, at);
    await within(running, 'news of the job');
    started.delete(id);
    this.told.push(performance.now() - from);
    const locked = obeyed(chip, 'lock');
    await line.send({ method: 'POST', path: `/jobs/${id}/finish`, body: {}, token });
    await locked;
  }
}

async function nextFree(): Promise<Place> {
  for (let place = free.shift(); ; place = free.shift()) {
    if (place) return place;
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}

const obeyed = (chip: WorkingChip, wanted: string): Promise<number> =>
  within(new Promise<number>((resolve) => (chip.obeyed = (kind, at) => kind === wanted && resolve(at))), wanted);

function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what}`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function pace(perSecond: number, seconds: number): Promise<Scanned> {
  const run = new Run();
  const begun = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * 1_000) / perSecond;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    run.scan(due);
  }
  return run.end();
}

async function burst(scans: number): Promise<Scanned> {
  while (free.length < Math.min(scans, places.length)) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  const run = new Run();
  const now = performance.now();
  for (let n = 0; n < scans; n += 1) run.scan(now);
  return run.end();
}

answerAs<ScannersAsk, Scanned | null>(async (ask) => {
  if (ask.do === 'pace') return pace(ask.perSecond, ask.seconds);
  if (ask.do === 'burst') return burst(ask.scans);
  if (ask.do === 'open') await open(ask);
  else {
    stopListening();
    clearInterval(beating);
    places.splice(0).forEach(({ chip }) => chip.close());
  }
  return null;
});
