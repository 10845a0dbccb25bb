import { strict as assert } from 'node:assert';
import { signIn, type Person } from '../support/site';
import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault } from './harness/fault';
import { Installation, reached } from './harness/installation';
import { Line } from './harness/line';
import { pause, until } from './harness/wait';

const POOL = 5;
const ASKING = 4 * POOL;

interface Answer {
  readonly status: number;
  readonly retryAfter: unknown;
}

/**
 * 18. The line to the database dies in the middle of answers, and then without a word. Every request is answered, by what
 * was asked for or by 503 with `Retry-After`; afterwards all connections of the pool work.
 */
export const dyingLine: Fault = {
  name: '18',
  title: 'a database connection that dies half-way',
  async tryIt(trial) {
    const times = trial.isLong ? 20 : 1;
    const at = await Installation.make({ ...trial, name: 'dying-line' });
    const line = await Line.open(at.database.port);
    try {
      const platform = await at.start({
        DATABASE_URL: line.through(at.database.url),
        DATABASE_POOL_SIZE: String(POOL),
        DATABASE_STATEMENT_TIMEOUT_MS: '2000',
      });
      const admin = await signIn(reached(platform), 'admin', reached(platform).adminPassword);
      const chips = await ChipsAtWork.enroll(at, 2);
      chips.begin();
      let answers = 0;
      for (let n = 0; n < times; n += 1)
        for (const harm of [() => line.cutAnswers(), () => line.fallSilent()]) {
          await until('request before', async () => (await admin.get('/users')).status === 200);
          await pause(trial.random() * 200);
          harm();
          const asked = await Promise.all(Array.from({ length: ASKING }, () => ask(admin)));
          line.heal();
          answers += asked.length;
          assert.deepEqual(asked.filter(isWrong), [], 'answers that are neither what was asked for nor a clear 503');
          assert.notEqual(asked.filter(({ status }) => status === 503).length, 0, 'the line was not cut');
          await until('pool whose connections all work', async () => {
            const again = await Promise.all(Array.from({ length: ASKING }, () => ask(admin)));
            assert.deepEqual(again.filter(isWrong), []);
            return again.every(({ status }) => status === 200);
          });
          await until('readiness', async () => (await platform.readiness()).status === 200);
        }
      await chips.end();
      const { messages, lost, doubled } = await chips.account();
      return {
        tried: `cut in the middle and gone silent ${times} times each, ${ASKING} requests at once on ${POOL} connections (${answers} answers, ${line.broken} cut); ${messages} messages`,
        ...{ lost, doubled },
      };
    } finally {
      line.close();
      await at.close();
    }
  },
};

const ask = async (person: Person): Promise<Answer> => {
  const { status, headers } = await person.get('/users');
  return { status, retryAfter: headers['retry-after'] };
};

const isWrong = ({ status, retryAfter }: Answer): boolean =>
  status !== 200 && !(status === 503 && retryAfter !== undefined);
