import { answerAs } from '../kit/worker';
import type { Broker, ChipSecret } from './chip-line';
import { listen } from './event-line';
import { WorkingChip } from './working-chip';

/** A machine on which nobody has begun a job. */
export interface Stranger {
  readonly machineId: string;
  readonly chip: ChipSecret;
}

export type StrangersAsk =
  | {
      readonly do: 'open';
      readonly url: string;
      readonly broker: Broker;
      readonly strangers: readonly Stranger[];
      readonly listener: string;
    }
  /** Arcs at a fixed pace, each on a machine that had none. */
  | { readonly do: 'strike'; readonly perSecond: number; readonly arcs: number }
  | { readonly do: 'close' };

/** Milliseconds from the arc until the event stream tells of the violation. */
export interface Struck {
  readonly took: readonly number[];
  readonly unheard: number;
}

const TICK_MS = 5;
const PATIENCE_MS = 20_000;

const waiting: { machineId: string; chip: WorkingChip }[] = [];
const open: WorkingChip[] = [];
const struckAt = new Map<string, number>();
let took: number[] = [];
let stopListening: () => void = () => undefined;

async function openAll({ url, broker, strangers, listener }: Extract<StrangersAsk, { do: 'open' }>): Promise<void> {
  for (const { machineId, chip } of strangers) {
    const one = await WorkingChip.open(broker, chip);
    open.push(one);
    waiting.push({ machineId, chip: one });
  }
  const stream = await listen(url, listener, ({ type, machineId }) => {
    const at = machineId === null ? undefined : struckAt.get(machineId);
    if (type !== 'violation.raised' || at === undefined || machineId === null) return;
    struckAt.delete(machineId);
    took.push(performance.now() - at);
  });
  stopListening = () => stream.close();
}

async function strike(perSecond: number, arcs: number): Promise<Struck> {
  took = [];
  struckAt.clear();
  const begun = performance.now();
  for (let n = 0; n < arcs; n += 1) {
    const due = begun + (n * 1_000) / perSecond;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    const next = waiting.shift();
    if (!next) throw new Error('no machine is left without an arc');
    struckAt.set(next.machineId, due);
    next.chip.arcStarts();
  }
  const until = performance.now() + PATIENCE_MS;
  while (struckAt.size > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  return { took, unheard: struckAt.size };
}

answerAs<StrangersAsk, Struck | null>(async (ask) => {
  if (ask.do === 'strike') return strike(ask.perSecond, ask.arcs);
  if (ask.do === 'open') await openAll(ask);
  else {
    stopListening();
    open.splice(0).forEach((chip) => chip.close());
  }
  return null;
});
