import { strict as assert } from 'node:assert';
import { signIn, type Person } from '../support/site';
import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault } from './harness/fault';
import { Installation, reached } from './harness/installation';
import type { PlatformProcess } from './harness/platform-process';
import { pause, until } from './harness/wait';

const CHIPS = 4;

/**
 * 7. The database is stopped and comes back; then the broker. Meanwhile nothing is acknowledged, people get 503 with
 * `Retry-After`, readiness tells which part is down; afterwards everything goes on by itself. At last the process that serves
 * people is asked to stop while it works for some.
 */
export const away: Fault = {
  name: '7',
  title: 'broker and database away and back',
  async tryIt(trial) {
    const [times, awayMs] = trial.isLong ? [20, 15_000] : [1, 1_500];
    const at = await Installation.make({ ...trial, name: 'away' });
    try {
      const people = await at.start({ ROLE: 'api' });
      let broker = await at.start({ ROLE: 'ingest' });
      const admin = await signIn(reached(people), 'admin', reached(people).adminPassword);
      const chips = await ChipsAtWork.enroll(at, CHIPS);
      chips.begin();
      for (let n = 0; n < times; n += 1) {
        await until('acknowledgement', () => Promise.resolve(chips.acknowledged > n * 200));
        await at.database.goAway();
        await pause(200); // what was committed before may still be on its way to the chips
        const before = chips.acknowledged;
        await pause(awayMs * (0.5 + trial.random()));
        assert.equal(chips.acknowledged, before, 'something was acknowledged while the database was away');
        const refused = await admin.get('/users');
        assert.deepEqual([refused.status, refused.headers['retry-after']], [503, '2'], 'not 503 with Retry-After');
        const told = await broker.readiness();
        assert.deepEqual([told.status, told.parts['database'], told.parts['broker']], [503, 'down', 'up']);
        await at.database.comeBack();
        await until('readiness', async () => (await broker.readiness()).status === 200);
        await until('answer to people', async () => (await admin.get('/users')).status === 200);
        await until('acknowledgement again', () => Promise.resolve(chips.acknowledged > before));

        await broker.stop();
        await pause(awayMs * trial.random());
        assert.equal((await admin.get('/users')).status, 200, 'people are not served while the broker is away');
        broker = await at.start({ ROLE: 'ingest' });
      }
      await chips.end();
      await stopsInOrder(people, admin);
      const { messages, lost, doubled } = await chips.account();
      return { tried: `${times} times each for about ${awayMs / 1_000} s; ${messages} messages`, lost, doubled };
    } finally {
      await at.close();
    }
  },
};

/** What a stop waits for requests under way (`src/boot.ts`); on a very slow machine it cuts them then, as it says. */
const LONGEST_CLOSE_MS = 6_000;

/** Hashing a password takes long, so all but the first are under way when the process is asked to stop. */
async function stopsInOrder(people: PlatformProcess, admin: Person): Promise<void> {
  const asked = Array.from({ length: 6 }, (_, n) =>
    admin
      .post('/users', {
        ...{ username: `last-${n}`, password: 'Test-Password-2026', name: '测试', roles: ['regulator'] },
        regionCode: '411003',
      })
      .then(
        ({ status }) => status,
        (fault: unknown) => String(fault),
      ),
  );
  await Promise.race(asked);
  const from = performance.now();
  await people.stop();
  const isCut = performance.now() - from >= LONGEST_CLOSE_MS;
  const answers = (await Promise.all(asked)).filter((one) => one !== 201 && !(isCut && typeof one === 'string'));
  assert.deepEqual(answers, [], 'a request was not answered because the process stopped');
}
