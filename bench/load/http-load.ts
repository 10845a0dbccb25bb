import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Load, Loaded } from './http-calls';
import { summary, type Measured } from '../kit/measure';

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
  const caller = fork(join(__dirname, 'http-calls.ts'), {
    execArgv: ['-r', join(__dirname, '../../test/support/register-swc.cjs')],
  });
  return {
    measure: async (name, load) => {
      const warm = Math.ceil(load.calls.length / 10);
      const first = await ask(caller, { ...load, calls: load.calls.slice(0, warm) });
      const { took, tookThen, ids, seconds } = await ask(caller, { ...load, calls: load.calls.slice(warm) });
      return {
        measured: summary(name, took, seconds),
        then: tookThen.length > 0 ? summary(`${name}, then`, tookThen, seconds) : null,
        ids: [...first.ids, ...ids],
      };
    },
    close: () => caller.disconnect(),
  };
}

function ask(caller: ChildProcess, load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    caller.once('message', ({ loaded, fault }: { loaded?: Loaded; fault?: string }) =>
      loaded ? resolve(loaded) : reject(new Error(fault)),
    );
    caller.send(load);
  });
}
