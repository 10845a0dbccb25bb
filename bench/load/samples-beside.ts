import { join } from 'node:path';
import { openWorker, type Worker } from '../kit/worker';
import type { Broker, ChipSecret } from './chip-line';
import type { Flooded, FleetAsk } from './fleet';

const WARM_S = 3;

/** Samples that pour in beside what is timed. */
export interface SamplesBeside {
  /** While that many seconds of something else go on beside it: messages a second that were stored at most. */
  limitFor(seconds: number): Promise<number>;
  /** The same, at a pace; what came of it. */
  keepUp(perSecond: number, seconds: number): Promise<Flooded>;
  close(): void;
}

/** One-sample messages over MQTT from a process of its own. */
export async function openSamples(broker: Broker, chips: readonly ChipSecret[]): Promise<SamplesBeside> {
  const fleet: Worker<FleetAsk, Flooded | null> = openWorker(join(__dirname, 'fleet.ts'));
  await fleet.ask({ do: 'open', broker, chips });
  const flood = async (perSecond: number | null, seconds: number): Promise<Flooded> => {
    const flooded = await fleet.ask({ do: 'flood', samplesEach: 1, perSecond, seconds });
    if (flooded === null) throw new Error('nothing was sent');
    return flooded;
  };
  await flood(null, WARM_S);
  return {
    limitFor: async (seconds) => {
      const { stored, seconds: spent } = await flood(null, seconds);
      return stored / spent;
    },
    keepUp: flood,
    close: () => fleet.close(),
  };
}
