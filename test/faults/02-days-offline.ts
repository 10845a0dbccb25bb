import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { HOUR, MINUTE } from '../../src/kernel/time';
import { activate, draftPermit, newSite, POINT } from '../support/site';
import { TestChip } from '../support/test-chip';
import type { Fault } from './harness/fault';
import { Installation, reached } from './harness/installation';
import { FAKETIME_MISSING, SteppedClock } from './harness/stepped-clock';
import { until } from './harness/wait';

const AWAY = 72 * HOUR;
/** From the start of the job, while it holds. */
const WELDS = 2 * HOUR;
const FIRST_UP = 5_000;
const UNDER_WAY = 100;

/** 2. A chip is cut off in the middle of a job and comes back three days later. All it kept is stored, and the work of the job is none without it. */
export const daysOffline: Fault = {
  name: '2',
  title: '72 h offline',
  lacks: () => FAKETIME_MISSING,
  async tryIt(trial) {
    const messages = trial.isLong ? 50_000 : 3_000;
    const at = await Installation.make({ ...trial, name: 'days-offline' });
    const clock = new SteppedClock(join(at.dataDir, 'clock'), '-72h');
    const chips: TestChip[] = [];
    const connect = async (to: { chipNo: string; secretHex: string }): Promise<TestChip> => {
      chips.push(await TestChip.connect(at.mqttPort, to));
      return chips.at(-1)!;
    };
    try {
      const began = Date.now() - AWAY;
      const birth = (t: number) => ({ ...{ v: 1, boot: 1, seq: 0, t, up: t - began + FIRST_UP }, ...{ relay: 'open', hotp: 0, tamper: false } }); // prettier-ignore
      const before = await at.start(clock.environment());
      const site = await newSite(reached(before));
      const chip = await connect(site);
      chip.aheadMs = -AWAY;
      await chip.publish('birth', birth(Date.now() - AWAY));
      await chip.command('time', 60_000);
      const times = { plannedStart: iso(Date.now() - AWAY), plannedEnd: iso(Date.now() - AWAY + 4 * HOUR) };
      const permitId = String((await draftPermit(site, times))['id']);
      await activate(site, permitId);
      const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
      const jobId = String(job['id']);
      await chip.reply(await chip.command('unlock', 60_000), { ok: true, relay: 'closed' });
      await until('running job', async () => ((await site.welder.get(`/jobs/${jobId}`)).body as { state: string }).state === 'running'); // prettier-ignore
      const from = Date.now() - AWAY;
      await chip.close();
      await before.stop();

      const after = await at.start();
      const back = await connect(site);
      await back.publish('birth', birth(Date.now()));
      const said = kept(messages, from, Date.now() - MINUTE, began, jobId);
      for (let n = 0; n < said.length; n += UNDER_WAY)
        await Promise.all(said.slice(n, n + UNDER_WAY).map(({ topic, message }) => back.publish(topic, message)));
      const acknowledged = (): number => new Set(back.acknowledged.flatMap(([, a, b]) => range(a, b))).size;
      await until('acknowledgement of all', () => Promise.resolve(acknowledged() === messages));
      const { rows } = await at.counting((sql) =>
        sql.query<{ all: number; distinct: number; arcs: number; kinds: string[] }>(
          `select (select count(*)::int from samples where chip_no = $1) as "all",
             (select count(distinct seq)::int from samples where chip_no = $1) as "distinct",
             (select count(*)::int from arcs where chip_no = $1 and merged_into is null) as arcs,
             (select coalesce(array_agg(distinct kind), '{}') from violations where machine_id = $2) as kinds`,
          [site.chipNo, site.machineId],
        ),
      );
      const found = rows[0]!;
      assert.notEqual(found.arcs, 0, 'no arc was found');
      assert.deepEqual(
        found.kinds.filter((kind) => kind !== 'chip-silent'),
        [],
        'honest work was accused',
      );
      await after.stop();
      return {
        tried: `${messages} messages of 72 h, ${found.arcs} arcs under the job, none accused`,
        lost: messages - found.distinct,
        doubled: found.all - found.distinct,
      };
    } finally {
      await Promise.all(chips.map((chip) => chip.close()));
      await at.close();
    }
  },
};

const iso = (at: number): string => new Date(at).toISOString();
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** Samples without a gap over three days. Twelve of fourteen hold an arc while the job lasts, and none later. */
function kept(
  count: number,
  from: number,
  to: number,
  began: number,
  job: string,
): { topic: string; message: Record<string, unknown> }[] {
  const ms = Math.floor((to - from) / count);
  return range(1, count).map((seq) => {
    const t = from + seq * ms;
    const isWelding = t - from < WELDS && seq % 14 > 1;
    const arc = isWelding ? { i: 148, iMax: 190, u: 24, arcMs: ms } : { i: 0, iMax: 0, u: 0, arcMs: 0 };
    const power = t - from < WELDS ? { relay: 'closed', job } : { relay: 'open' };
    const sample = { t, up: t - began + FIRST_UP, ms, ...arc, ...power, outlet: 1 };
    return { topic: 'samples', message: { v: 1, boot: 1, seq, samples: [sample] } };
  });
}
