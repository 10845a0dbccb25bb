import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault } from './harness/fault';
import { Installation } from './harness/installation';
import { pause, until } from './harness/wait';

/** The database ends transactions whose process says nothing for so long, which is shorter than the pause. */
const PATIENCE_OF_DATABASE_MS = 10_000;

/**
 * 17. A process stands still (`SIGSTOP`, as a virtual machine that is moved) in the middle of its batches, longer than the
 * database keeps a transaction open; another process goes on beside it. It takes up its work, and nothing is there twice.
 */
export const paused: Fault = {
  name: '17',
  title: 'a process paused',
  async tryIt(trial) {
    const [times, pauseMs] = trial.isLong ? [5, 60_000] : [1, 13_000];
    const at = await Installation.make({
      ...trial,
      name: 'paused',
      environment: { DATABASE_STATEMENT_TIMEOUT_MS: String(PATIENCE_OF_DATABASE_MS) },
    });
    try {
      const still = await at.start();
      const beside = await at.start({ ROLE: 'worker' });
      const chips = await ChipsAtWork.enroll(at, 4);
      chips.begin();
      for (let n = 0; n < times; n += 1) {
        const goal = chips.told + 100 + Math.floor(trial.random() * 100);
        await until('message', () => Promise.resolve(chips.told >= goal));
        await pause(trial.random() * 50);
        still.signal('SIGSTOP');
        await pause(pauseMs);
        still.signal('SIGCONT');
        await until('readiness of both', async () => {
          const states = await Promise.all([still.readiness(), beside.readiness()]);
          return states.every(({ status }) => status === 200);
        });
      }
      await chips.end();
      const { messages, lost, doubled } = await chips.account();
      return { tried: `${times} times for ${pauseMs / 1_000} s; ${messages} messages`, lost, doubled };
    } finally {
      await at.close();
    }
  },
};
