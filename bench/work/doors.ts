import 'reflect-metadata';
import { EventListener } from '../../test/support/event-stream';
import { startApp, type TestApp } from '../../test/support/app';
import { newSite, PASSWORD, type Person } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { openHttpLoad } from '../load/http-load';
import type { Call } from '../load/http-line';
import { summary, type Measured } from '../kit/measure';

const SECONDS = 8;
const ATTACKERS = 60;
const GUESSES = 6_000;
const STREAMS = 600;
const HONEST_ADDRESS = '203.0.113.7';
const BETWEEN_SIGN_INS_MS = 300;
const BETWEEN_READS_MS = 50;

const sleep = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** What honest people wait for while strangers guess passwords and hold streams open (S5 to S8). */
export const doors: Bench = async ({ say }) => {
  const database = await openBenchDatabase();
  await database.client.end();
  const app = await startApp();
  try {
    const site = await newSite(app);
    const honest = await Honest.signIn(app, await officer(site.admin), site.admin);
    const rows: Measured[] = [];
    const during = async (name: string, attack: () => Promise<unknown>): Promise<void> => {
      say(name);
      const [measured] = await Promise.all([honest.wait(name), attack()]);
      rows.push(...measured);
    };
    await during('nothing', () => Promise.resolve());
    await during('S5: one password at many accounts', () => guess(app, (n) => `nobody-${n}`));
    await during('S6: guesses at the honest name', () => guess(app, () => honest.username));
    await during('S7: sign-ins of the same few names', () => guess(app, (n) => `nobody-${n % 10}`));
    await during('S8: event streams of one welder', () => hold(app, site.welder));
    return {
      name: 'doors',
      work: `Attackers: up to ${GUESSES} sign-ins over ${ATTACKERS} connections of another process, or ${STREAMS} event streams. Honest: an officer at a device that signed in before signs in every ${BETWEEN_SIGN_INS_MS} ms, and reads a list every ${BETWEEN_READS_MS} ms, for ${SECONDS} s.`,
      aim: 'under each attack honest sign-in p95 ≤ 1,000 ms, reads p95 ≤ 200 ms.',
      measured: rows,
    };
  } finally {
    await app.close();
    await database.close();
  }
};

async function officer(admin: Person): Promise<string> {
  const username = 'honest-officer';
  const body = { username, password: PASSWORD, name: '测试', roles: ['regulator'], regionCode: '411003' };
  await admin.must('/users', body);
  return username;
}

class Honest {
  private constructor(
    private readonly app: TestApp,
    readonly username: string,
    private readonly reader: Person,
    private readonly device: string,
  ) {}

  static async signIn(app: TestApp, username: string, reader: Person): Promise<Honest> {
    const first = await logIn(app, username, '');
    if (!first.ok) throw new Error(`sign-in: ${first.status}`);
    const cookies = first.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    return new Honest(app, username, reader, cookies.find((one) => one.startsWith('hanan_device=')) ?? '');
  }

  async wait(during: string): Promise<Measured[]> {
    const until = performance.now() + SECONDS * 1_000;
    const [signIns, reads] = await Promise.all([
      this.each(until, BETWEEN_SIGN_INS_MS, () => logIn(this.app, this.username, this.device)),
      this.each(until, BETWEEN_READS_MS, () =>
        fetch(`${this.app.url}/api/v1/machines`, { headers: { authorization: `Bearer ${this.reader.token}` } }),
      ),
    ]);
    return [summary(`sign-in, ${during}`, signIns, SECONDS), summary(`read, ${during}`, reads, SECONDS)];
  }

  /** An honest request that is refused fails the bench. */
  private async each(until: number, pauseMs: number, ask: () => Promise<Response>): Promise<number[]> {
    const took: number[] = [];
    while (performance.now() < until) {
      const from = performance.now();
      const answer = await ask();
      await answer.text();
      took.push(performance.now() - from);
      if (!answer.ok) throw new Error(`an honest request was answered ${answer.status}`);
      await sleep(pauseMs);
    }
    return took;
  }
}

const logIn = (app: TestApp, username: string, cookie: string): Promise<Response> =>
  fetch(`${app.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': HONEST_ADDRESS, cookie },
    body: JSON.stringify({ username, password: PASSWORD }),
  });

/** As many as fit into the time; the others are not sent. */
async function guess(app: TestApp, nameOf: (n: number) => string): Promise<void> {
  const load = openHttpLoad();
  const calls = Array.from({ length: GUESSES }, (_, n): Call => ({
    method: 'POST',
    path: '/auth/login',
    body: { username: nameOf(n), password: 'a wrong password' },
    token: '',
  }));
  await Promise.race([
    load.measure('guesses', { url: app.url, clients: ATTACKERS, calls }),
    sleep(SECONDS * 1_000),
  ]).catch(
    () => undefined, // the attackers' own fate is not measured
  );
  load.close();
}

async function hold(app: TestApp, person: Person): Promise<void> {
  const open: EventListener[] = [];
  for (let n = 0; n < STREAMS; n += 20) {
    const some = await Promise.allSettled(Array.from({ length: 20 }, () => EventListener.open(app.url, person.token)));
    for (const one of some) if (one.status === 'fulfilled') open.push(one.value);
  }
  open.forEach((one) => one.close());
}
