import { performance } from 'node:perf_hooks';
import { VISITOR } from '../../../seeds/demo/cast';
import type { DemoCounty } from '../../../seeds/demo/demo-context';
import { demoCounty, NotEmpty } from '../../../src/commands/demo-county';
import type { Notebook } from '../../../src/commands/demo-notebook';
import { demoWorld } from '../../../src/commands/demo-world';
import { DAY, HOUR, MINUTE, shanghaiDate, shanghaiMidnight } from '../../../src/kernel/time';
import { PlatformClient } from '../../../src/simulator/platform-client';
import type { Scenario } from '../../../src/simulator/scenarios';
import { simulate } from '../../../src/simulator/simulation';
import type { World } from '../../../src/simulator/world';
import { startApp, type TestApp } from '../../support/app';

const PASSWORD = 'Demo-Password-2026';
const NOTEBOOK: Notebook = { password: PASSWORD, chipSeed: 'seed', county: null };
const NOBODY_AT_WORK: Scenario = {
  title: 'only permits live',
  work: { before: [600_000, 600_000], job: [0, 0], pause: [0, 0] },
  ...{ offPlatform: null, tamper: null, uncertified: null, astray: null },
};

const made = (app: TestApp, notebook = NOTEBOOK, password = PASSWORD): Promise<DemoCounty> =>
  demoCounty(app.app, notebook, password, () => undefined);

describe('the demo on a running platform', () => {
  let app: TestApp;
  let county: DemoCounty;
  let elapsedMs = 0;

  beforeAll(async () => {
    app = await startApp();
    county = await made(app);
  }, 60_000);
  afterAll(() => app.close());

  const signedIn = async (username: string, password = PASSWORD): Promise<boolean> =>
    (await app.request.post('/api/v1/auth/login').send({ username, password })).status < 300;

  async function playing(world: World, until: () => Promise<void>, pace = 0.05): Promise<void> {
    const stop = new AbortController();
    const lines: string[] = [];
    const running = simulate(
      {
        ...{
          world,
          scenario: NOBODY_AT_WORK,
          seed: 7,
          url: app.url,
          mqttUrl: `mqtt://127.0.0.1:${app.mqttPort}`,
          flashFile: null,
        },
        ...{
          ticks: () => performance.now(),
          now: () => Date.now() + elapsedMs,
          say: (line: string) => lines.push(line),
          pace,
        },
      },
      stop.signal,
    );
    try {
      await until();
    } catch (fault) {
      throw new Error(lines.join('\n'), { cause: fault });
    } finally {
      stop.abort();
      await running;
    }
  }

  const pass = async (ms: number): Promise<void> => {
    elapsedMs += ms;
    await app.elapse(ms);
  };

  /** Late in the evening a building site asks for nothing that would end at midnight: these wait for the next morning. */
  const notTooLate = async (): Promise<void> => {
    const now = Date.now() + elapsedMs;
    const midnight = shanghaiMidnight(shanghaiDate(now)) + DAY;
    if (midnight - now < 4 * HOUR) await pass(midnight + 9 * HOUR - now);
  };

  const soon = async <T>(ask: () => Promise<T | null | undefined>): Promise<T> => {
    for (let waited = 0; ; waited += 200) {
      const found = await ask();
      if (found !== null && found !== undefined) return found;
      if (waited > 30_000) throw new Error('it did not come');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  it('everyone it names can sign in, the administrator too', async () => {
    for (const username of [
      'admin',
      'regulator',
      'inspector',
      'grid',
      'enterprise',
      'safety',
      'leader',
      'firewatch',
      'welder',
    ])
      expect([username, await signedIn(username)]).toEqual([username, true]);
  });

  it('is made once: the next start finds it', async () => {
    expect(await made(app, { ...NOTEBOOK, county })).toBe(county);
    expect(await app.sql('select count(*)::int as n from enterprises')).toEqual([{ n: 60 }]);
  });

  it('does not touch a database that holds something else', async () => {
    await expect(made(app)).rejects.toThrow(NotEmpty);
    await expect(made(app, { ...NOTEBOOK, county: { ...county, enterpriseIds: ['another'] } })).rejects.toThrow(
      NotEmpty,
    );
  });

  it('gives the visitor power at the machine whose code is shown, and that machine then welds', async () => {
    const world = demoWorld(county, PASSWORD);
    const shown = world.chips.filter(({ machineCode }) => machineCode === county.machines[VISITOR.machine]?.code);
    const welder = new PlatformClient(app.url, { username: 'welder', password: PASSWORD });
    await playing({ chips: shown, people: [] }, async () => {
      await soon(async () =>
        (await app.sql('select 1 from chip_states where born_at is not null')).length > 0 ? true : null,
      );
      const job = await welder.must<{ id: string }>('/jobs', { machineCode: shown[0]?.machineCode });
      const live = await soon(async () => {
        const { body } = await welder.get<{ state: string; arcOpen: boolean }>(`/jobs/${job.id}`);
        return body.arcOpen ? body : null;
      });
      expect(live.state).toBe('running');
      expect(await welder.must(`/jobs/${job.id}/finish`)).toMatchObject({ state: 'finished' });
    });
  }, 60_000);

  it('leaves to the visitor what is his to sign, and asks for another once he has', async () => {
    const sites = demoWorld(county, PASSWORD).sites?.filter(({ until }) => until === 'submitted') ?? [];
    const waiting = async (): Promise<string[]> => {
      const sql = `select id from permits where enterprise_id = $1 and state = 'submitted' order by id`;
      return (await app.sql<{ id: string }>(sql, [county.enterpriseIds[0]])).map(({ id }) => id);
    };
    const [first = '', ...more] = await waiting();
    expect(more).toEqual([]);
    await playing(
      { chips: [], people: [], sites },
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        expect(await waiting()).toEqual([first]);
        for (const username of ['safety', 'leader'])
          await new PlatformClient(app.url, { username, password: PASSWORD }).must(
            `/permits/${first}/commands/approve`,
          );
        const [second] = await soon(async () => ((await waiting()).length > 0 ? waiting() : null));
        expect(second).not.toBe(first);
      },
      0.01,
    );
  }, 60_000);

  it('keeps its permits alive by the interface alone: building site, plant and workshop are asked for, signed, watched and begun', async () => {
    const world = demoWorld(county, PASSWORD);
    const kinds = ['construction', 'chemical', 'general'];
    const sites = kinds.flatMap(
      (regime) => world.sites?.filter((site) => site.regime === regime && !site.until).slice(-1) ?? [],
    );
    await notTooLate();
    await playing({ chips: [], people: [], sites }, async () => {
      const numbers = await soon(async () => {
        const rows = await app.sql<{ regime: string }>(
          `select distinct regime from permits where number not like 'DEMO-%' and state = 'active' order by 1`,
        );
        return rows.length === kinds.length ? rows.map(({ regime }) => regime) : null;
      });
      expect(numbers).toEqual([...kinds].sort());
    });
  }, 60_000);

  it('finishes what was begun, stays for the fire watch, and closes it with a photo', async () => {
    const site = demoWorld(county, PASSWORD).sites?.findLast(({ regime, until }) => regime === 'general' && !until);
    const mine = `select id, state, close_photo_id from permits
      where enterprise_id = $1 and number not like 'DEMO-%' and started_at is not null order by id desc limit 1`;
    const permit = async (): Promise<{ state: string; close_photo_id: string | null } | undefined> =>
      (await app.sql<{ state: string; close_photo_id: string | null }>(mine, [site?.enterpriseId]))[0];
    const reached = (state: string) => soon(async () => ((await permit())?.state === state ? true : null));
    await playing(
      { chips: [], people: [], sites: site ? [{ ...site, workMs: 20 * 60_000 }] : [] },
      async () => {
        await reached('active');
        await pass(25 * MINUTE);
        await reached('fire_watch');
        await pass(61 * MINUTE);
        await reached('closed');
      },
      0.005,
    );
    expect((await permit())?.close_photo_id).not.toBeNull();
  }, 60_000);

  it('what a detector found long ago is taken through its loop, by three different people', async () => {
    const { officials } = demoWorld(county, PASSWORD);
    const closing = `select h.by_user from violation_history h join violations v on v.id = h.violation_id
      where v.kind = 'off-platform' and v.source = 'detector' and v.state = 'closed' and h.command <> 'raise'`;
    const closed = async (): Promise<unknown[]> =>
      soon(async () => {
        const rows = await app.sql<{ by_user: string }>(closing);
        return rows.length > 0 ? rows.map(({ by_user }) => by_user) : null;
      });
    await playing(
      { chips: [], people: [], officials },
      async () => {
        expect(new Set(await closed()).size).toBe(3);
      },
      0.002,
    );
  }, 60_000);

  it('a changed password opens the accounts of the demo', async () => {
    await made(app, { ...NOTEBOOK, county }, 'Another-Password-1');
    expect([await signedIn('welder', 'Another-Password-1'), await signedIn('admin', 'Another-Password-1')]).toEqual([
      true,
      true,
    ]);
    expect(await signedIn('regulator')).toBe(false);
  });
});
