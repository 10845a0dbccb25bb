import { join } from 'node:path';
import { summary, type Measured } from '../kit/measure';
import { openWorker } from '../kit/worker';
import type { Load, Loaded } from './http-calls';

export interface HttpLoad {
  /** The first tenth of the calls warms up and is not counted. */
  measure(name: string, load: Load): Promise<Done>;
  close(): void;
}

interface Done {
  readonly measured: Measured;
  /** Of what was posted after each call, where something was. */
  readonly then: Measured | null;
  readonly ids: readonly (string | null)[];
}

/** Calls from a process of its own, so that the platform's thread does nothing but the platform's work. */
export function openHttpLoad(): HttpLoad {
  const caller = openWorker<Load, Loaded>(join(__dirname, 'http-calls.ts'));
  return {
    measure: async (name, load) => {
      const warm = Math.ceil(load.calls.length / 10);
      const first = await caller.ask({ ...load, calls: load.calls.slice(0, warm) });
      const { took, tookThen, ids, seconds } = await caller.ask({ ...load, calls: load.calls.slice(warm) });
      return {
        measured: summary(name, took, seconds),
        then: tookThen.length > 0 ? summary(`${name}, then`, tookThen, seconds) : null,
        ids: [...first.ids, ...ids],
      };
    },
    close: () => caller.close(),
  };
}
