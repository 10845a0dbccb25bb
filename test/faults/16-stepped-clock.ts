import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { HOUR, MINUTE } from '../../src/kernel/time';
import { activate, draftPermit, newSite, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';
import type { Fault } from './harness/fault';
import { Installation, reached } from './harness/installation';
import { FAKETIME_MISSING, SteppedClock } from './harness/stepped-clock';
import { pause, until } from './harness/wait';

/** Several turns of every loop that acts on time. */
const SEVERAL_TURNS_MS = 4_000;

/** 16. The platform's clock jumps an hour ahead and back. What ended stays ended, ends once, and nothing that lives ends for it. */
export const steppedClock: Fault = {
  name: '16',
  title: 'clock of the platform stepped by an hour',
  lacks: () => FAKETIME_MISSING,
  async tryIt(trial) {
    const at = await Installation.make({ ...trial, name: 'stepped-clock' });
    const clock = new SteppedClock(join(at.dataDir, 'clock'), '+0');
    let chip: TestChip | undefined;
    try {
      const app = reached(await at.start(clock.environment()));
      const site = await newSite(app);
      chip = await TestChip.connect(at.mqttPort, site);
      await chip.birth();
      await chip.command('time', 60_000);

      const ends = await work(site, chip, Date.now() + 30 * MINUTE);
      clock.step('+1h');
      await until('end of permit and job', async () => {
        const { permit, job } = await statesOf(at, ends);
        return permit === 'expired' && !['reserved', 'running'].includes(job);
      });
      const lock = await chip.command('lock', 60_000);
      await chip.reply(lock, { ok: true, relay: 'open' });
      const once = await traces(at, ends);
      clock.step('+0');
      await pause(SEVERAL_TURNS_MS);
      const again = await start(site, ends.permitId);
      assert.ok(again.status === 403 || again.status === 409, `a permit that has ended gave power: ${again.status}`);
      clock.step('+1h');
      await pause(SEVERAL_TURNS_MS);
      clock.step('+0');
      await pause(SEVERAL_TURNS_MS);
      assert.deepEqual(await traces(at, ends), once, 'something happened twice');

      chip.commands.length = 0;
      const lives = await work(site, chip, Date.now() + 4 * HOUR);
      const before = await traces(at, lives);
      clock.step('-1h');
      await pause(SEVERAL_TURNS_MS);
      clock.step('+0');
      await pause(SEVERAL_TURNS_MS);
      assert.deepEqual(
        await statesOf(at, lives),
        { permit: 'active', job: 'running' },
        'a clock that went back ended work',
      );
      assert.deepEqual(await traces(at, lives), before, 'a clock that went back made something happen');
      return {
        tried: 'an hour ahead, back, ahead and back; an hour back and ahead; a permit and a job each',
        lost: 0,
        doubled: 0,
      };
    } finally {
      await chip?.close();
      await at.close();
    }
  },
};

interface Work {
  readonly permitId: string;
  readonly jobId: string;
}

const start = (site: Site, permitId: string) =>
  site.welder.post('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });

/** A permit with a running job. */
async function work(site: Site, chip: TestChip, plannedEnd: number): Promise<Work> {
  const permitId = String((await draftPermit(site, { plannedEnd: new Date(plannedEnd).toISOString() }))['id']);
  await activate(site, permitId);
  const started = await start(site, permitId);
  assert.equal(started.status, 201, JSON.stringify(started.body));
  const jobId = String((started.body as { id: string }).id);
  await chip.reply(await chip.command('unlock', 60_000), { ok: true, relay: 'closed' });
  await until('running job', async () => ((await site.welder.get(`/jobs/${jobId}`)).body as { state: string }).state === 'running'); // prettier-ignore
  return { permitId, jobId };
}

const statesOf = (at: Installation, { permitId, jobId }: Work): Promise<{ permit: string; job: string }> =>
  at.counting(async (sql) => {
    const { rows } = await sql.query<{ permit: string; job: string }>(
      `select p.state as permit, j.state as job from permits p, jobs j where p.id = $1 and j.id = $2`,
      [permitId, jobId],
    );
    return rows[0]!;
  });

/** Everything that is told, recorded or ordered once when a permit and its job end. */
const traces = (at: Installation, { permitId, jobId }: Work): Promise<Record<string, unknown>[]> =>
  at.counting(async (sql) => {
    const { rows } = await sql.query<Record<string, unknown>>(
      `select 'news' as of, type as what, count(*)::int as n from outbox where entity_id in ($1, $2) group by type
       union all select 'steps', command, count(*)::int from permit_history where permit_id = $1 group by command
       union all select 'commands', kind, count(*)::int from chip_commands where job_id = $2 group by kind
       union all select 'cases', kind, count(*)::int from violations where permit_id = $1 or job_id = $2 group by kind
       order by 1, 2`,
      [permitId, jobId],
    );
    return rows;
  });
