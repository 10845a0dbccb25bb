import { performance } from 'node:perf_hooks';
import { buildWorld } from '../../../src/simulator/build-world';
import { PlatformClient } from '../../../src/simulator/platform-client';
import type { Scenario } from '../../../src/simulator/scenarios';
import { simulate } from '../../../src/simulator/simulation';
import type { World } from '../../../src/simulator/world';
import { startApp, type TestApp } from '../../support/app';

const SECOND = 1_000;
const QUICK: Scenario = {
  title: 'a day in seconds',
  work: { before: [0, SECOND], job: [5 * SECOND, 6 * SECOND], pause: [SECOND, 2 * SECOND] },
  offPlatform: { first: [SECOND, SECOND], between: [60 * SECOND, 60 * SECOND] },
  tamper: { first: [2 * SECOND, 2 * SECOND], between: [60 * SECOND, 60 * SECOND] },
  uncertified: { first: [SECOND, SECOND], between: [60 * SECOND, 60 * SECOND] },
  astray: null,
};

/** Looks, a tenth of a second apart, before nothing is expected any more. They are counted: a slow machine has as many. */
const MOST_LOOKS = 600;
jest.setTimeout(15 * 60 * SECOND); // ends only what hangs

describe('the simulator against the real platform, with a world it registered itself', () => {
  let app: TestApp;
  let world: World;
  const lines: string[] = [];
  const stop = new AbortController();
  let running: Promise<void>;

  beforeAll(async () => {
    app = await startApp();
    const admin = new PlatformClient(app.url, { username: 'admin', password: app.adminPassword });
    world = await buildWorld(admin, { chips: 10, seed: 7, run: 'TEST', say: () => undefined });
    running = simulate(
      {
        ...{
          world,
          scenario: QUICK,
          seed: 7,
          url: app.url,
          mqttUrl: `mqtt://127.0.0.1:${app.mqttPort}`,
          flashFile: null,
        },
        ...{ ticks: () => performance.now(), now: () => Date.now(), say: (line) => lines.push(line) },
      },
      stop.signal,
    );
  });

  afterAll(async () => {
    stop.abort();
    await running;
    await app.close();
  });

  /** Waits for what can be seen, however long the machine takes for it. */
  const seen = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`never seen: ${what}\n${lines.join('\n')}`);
  };
  const until = (sql: string): Promise<Record<string, unknown>[]> =>
    seen(sql, async () => {
      const rows = await app.sql(sql);
      return rows.length > 0 ? rows : undefined;
    });

  it('honest people get power, weld under their job, and give it back', async () => {
    await until(
      `select 1 from jobs where state = 'finished' and end_reason = 'finished' and arc_ms > 0 having count(*) >= 5`,
    );
    expect(
      await app.sql(
        `select a.id from arcs a join jobs j on j.id = a.claimed_job_id where a.machine_id <> j.machine_id`,
      ),
    ).toEqual([]);
  });

  it('who holds no certificate is refused, for that reason alone', async () => {
    const [decision] = await until(
      `select finding_codes from decisions where not allowed and 'certificate.missing' = any(finding_codes)`,
    );
    expect(decision).toEqual({ finding_codes: expect.arrayContaining(['certificate.missing']) });
  });

  it('an arc without a job, an opened housing: each found at the machine where it happened, and nothing at the others', async () => {
    const found =
      await until(`select array_agg(distinct kind || ' ' || chip_no order by kind || ' ' || chip_no) as found
      from violations having count(distinct kind) >= 2`);
    const chipOf = (part: string): string => world.chips.find((chip) => chip.part === part)?.chipNo ?? '';
    // What burns with its relay open also looks as if it were bypassed.
    const burning = ['modified-machine', 'off-platform'].map((kind) => `${kind} ${chipOf('off-platform')}`);
    expect(found).toEqual([{ found: [`chip-tampered ${chipOf('tamper')}`, ...burning] }]);
  });

  it('says in one line how things stand', async () => {
    const allAtWork = /chips 10\/10.*powered \d+ · arcs \d+ .* jobs \d+/;
    await seen(`a line like ${allAtWork}`, () => lines.find((line) => allAtWork.test(line)));
    expect(lines.filter((line) => /trouble|refused: \d/.test(line) && !line.startsWith('chips'))).toEqual([]);
  });
});
