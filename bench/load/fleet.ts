import { answerAs } from '../kit/worker';
import type { Broker, ChipSecret } from './chip-line';
import { SendingChip } from './sending-chip';

export type FleetAsk =
  | {
      readonly do: 'open';
      readonly broker: Broker;
      readonly chips: readonly ChipSecret[];
      /** Without a platform behind the broker. */
      readonly bare?: boolean;
    }
  | ({ readonly do: 'flood' } & Flood)
  | { readonly do: 'close' };

export interface Flood {
  readonly seconds: number;
  readonly samplesEach: number;
  /** Messages a second of all chips together; null: as many as are acknowledged. */
  readonly perSecond: number | null;
  /** Events, and births, a second beside the samples, of one chip after the other. */
  readonly urgentPerSecond?: number;
}

/** Times in milliseconds: from publishing to the platform's answer, for some of the messages. */
export interface Flooded {
  /** Messages with samples that were acknowledged when the time was up. */
  readonly stored: number;
  readonly seconds: number;
  readonly samplesTook: readonly number[];
  readonly eventsTook: readonly number[];
  readonly birthsTook: readonly number[];
  /** Numbered messages, and those of them that nobody acknowledged, even afterwards. */
  readonly sent: number;
  readonly lost: number;
}

/** Every tenth chip welds. */
const WELDING = 10;
const TICK_MS = 10;
const KEPT_TIMES = 5_000;
const PATIENCE_MS = 20_000;
const AT_ONCE = 100;

const chips: SendingChip[] = [];
let heard: (chip: SendingChip, tookMs: number, seq: number) => void = () => undefined;

async function open(broker: Broker, secrets: readonly ChipSecret[], bare: boolean): Promise<void> {
  for (let from = 0; from < secrets.length; from += AT_ONCE) {
    const some = secrets.slice(from, from + AT_ONCE).map((secret, n) => {
      const how = { bare, welds: (from + n) % WELDING === 0 };
      return SendingChip.open(broker, secret, how, (...said) => heard(...said));
    });
    chips.push(...(await Promise.all(some)));
  }
}

async function flood({ seconds, samplesEach, perSecond, urgentPerSecond = 0 }: Flood): Promise<Flooded> {
  const took = { samples: [] as number[], events: [] as number[], births: [] as number[] };
  const events = new Map<SendingChip, Set<number>>();
  const storedBefore = sum(chips.map(({ stored }) => stored));
  const sentBefore = sum(chips.map(({ sent }) => sent));
  let going = true;
  const fill = (chip: SendingChip): void => {
    while (going && perSecond === null && chip.mayBegin) chip.sendSamples(samplesEach);
  };
  heard = (chip, tookMs, seq) => {
    (events.get(chip)?.delete(seq) ? took.events : took.samples).push(tookMs);
    fill(chip);
  };
  const begun = performance.now();
  chips.forEach(fill);
  const elapsed = (): number => (performance.now() - begun) / 1_000;
  const paced = pace(elapsed, perSecond ?? 0, (n) => chips[n % chips.length]!.sendSamples(samplesEach));
  const urgent = pace(elapsed, urgentPerSecond, (n) => {
    const chip = chips[(n * 7) % chips.length]!;
    if (n % 2 === 0) void chip.beBorn().then((ms) => took.births.push(ms));
    else events.set(chip, (events.get(chip) ?? new Set()).add(chip.sendEvent()));
  });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  going = false;
  clearInterval(paced);
  clearInterval(urgent);
  const spent = elapsed();
  const stored = sum(chips.map((chip) => chip.stored)) - storedBefore - took.events.length;
  await drained();
  return {
    stored,
    seconds: spent,
    samplesTook: some(took.samples),
    eventsTook: some(took.events),
    birthsTook: some(took.births),
    sent: sum(chips.map(({ sent }) => sent)) - sentBefore,
    lost: sum(chips.map(({ sentAt }) => sentAt.size)),
  };
}

/** Does what is due by now, however late the timer comes. */
function pace(elapsed: () => number, perSecond: number, act: (n: number) => void): NodeJS.Timeout {
  let done = 0;
  return setInterval(() => {
    for (const due = elapsed() * perSecond; done < due; done += 1) act(done);
  }, TICK_MS);
}

async function drained(): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until && chips.some(({ sentAt }) => sentAt.size > 0))
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const some = (times: readonly number[]): number[] =>
  times.filter((_, n) => n % Math.ceil(times.length / KEPT_TIMES) === 0);

answerAs<FleetAsk, Flooded | null>(async (ask) => {
  if (ask.do === 'flood') return flood(ask);
  if (ask.do === 'open') await open(ask.broker, ask.chips, ask.bare ?? false);
  else chips.splice(0).forEach((chip) => chip.close());
  return null;
});
