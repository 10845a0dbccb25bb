import { strict as assert } from 'node:assert';
import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault, Outcome, Trial } from './harness/fault';
import { Installation } from './harness/installation';
import type { PlatformProcess } from './harness/platform-process';
import { pause, until } from './harness/wait';

const CHIPS = 4;
/** Between two kills each chip says about as much as this, so that a kill meets every stage of a batch. */
const MESSAGES_BETWEEN = 160;

/** Kills something at a moment that the seed decides, and brings back what does not come back by itself. */
type Kill = () => Promise<void>;

/**
 * 6. `kill -9` of the platform with its embedded database, of the process that is the broker, and of the database. What a
 * chip was told to be stored is stored, each time; at the end all is stored once, and nobody is accused twice.
 */
export const killed: Fault = {
  name: '6',
  title: 'kill -9 of platform, broker and database',
  async tryIt(trial) {
    const times = trial.isLong ? 100 : 3;
    const [own, beside] = await Promise.all([platformKilled(trial, times), partsKilled(trial, times)]);
    return {
      tried: `${times} kills each of platform (with embedded database), broker (ROLE=ingest) and database; ${own.messages + beside.messages} messages`,
      lost: own.lost + beside.lost,
      doubled: own.doubled + beside.doubled,
    };
  },
};

type Counted = Pick<Outcome, 'lost' | 'doubled'> & { readonly messages: number };

/** The node process alone is killed: its database server is left behind, and the next start ends that first. */
async function platformKilled(trial: Trial, times: number): Promise<Counted> {
  const at = await Installation.make({ ...trial, name: 'killed-platform', embedded: true });
  try {
    let platform = await at.start();
    return await throughKills(trial, at, times, [
      async () => {
        await platform.kill();
        platform = await at.start();
      },
    ]);
  } finally {
    await at.close();
  }
}

/** People are served by another process meanwhile, which must not notice that the broker is gone. */
async function partsKilled(trial: Trial, times: number): Promise<Counted> {
  const at = await Installation.make({ ...trial, name: 'killed-parts' });
  try {
    const people = await at.start({ ROLE: 'api' });
    let broker = await at.start({ ROLE: 'ingest' });
    const live = async (): Promise<void> => assert.equal((await people.request.get('/health/live')).status, 200);
    return await throughKills(trial, at, times, [
      async () => {
        await broker.kill();
        await live();
        broker = await at.start({ ROLE: 'ingest' });
      },
      async () => {
        at.database.kill();
        await live();
        await until('readiness after the database was killed', async () => isReady(people));
      },
    ]);
  } finally {
    await at.close();
  }
}

const isReady = async (platform: PlatformProcess): Promise<boolean> => (await platform.readiness()).status === 200;

async function throughKills(trial: Trial, at: Installation, times: number, kills: readonly Kill[]): Promise<Counted> {
  const chips = await ChipsAtWork.enroll(at, CHIPS);
  chips.begin();
  let lost = 0;
  for (let n = 0; n < times; n += 1)
    for (const kill of kills) {
      const goal = chips.told + MESSAGES_BETWEEN + Math.floor(trial.random() * MESSAGES_BETWEEN);
      await until('message between two kills', () => Promise.resolve(chips.told >= goal));
      await pause(trial.random() * 20);
      const seen = chips.seen();
      await kill();
      lost += await until('answer of the database', async () => ({ n: await chips.lostOf(seen) })).then(
        (found) => found.n,
      );
    }
  await chips.end();
  const account = await chips.account();
  return { ...account, lost: lost + account.lost };
}
