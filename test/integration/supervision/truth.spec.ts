import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { FindViolations } from '../../../src/modules/supervision/find-violations';
import type { ViolationDetail } from '../../../src/modules/supervision/violation.dto';
import { WatchFaults } from '../../../src/modules/supervision/watch-faults';
import { RaiseChipSignals } from '../../../src/modules/supervision/raise-chip-signals';
import { DayPartitions } from '../../../src/modules/telemetry/day-partitions';
import { systemScope } from '../../../src/platform/database/scope';
import type { Caller } from '../../../src/platform/auth/caller';
import { T0 } from '../../domain/authorization/perfect-facts';
import type { Pair } from '../jobs/job-world';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
let inspector: Caller;
beforeAll(async () => {
  world = await SupervisionWorld.open();
  inspector = await world.user('INS', ['inspector'], { regionCode: '411003' });
  await new DayPartitions(world.jobs.db.dataSource).create(['2026-11-24']);
});
beforeEach(async () => {
  await world.forget();
  await world.sql(`update certificates set status = 'verified', revoked_at = null`);
});
afterAll(() => world?.close());

async function detail(id: string, caller = inspector): Promise<ViolationDetail> {
  const found = await world.get(FindViolations).one(world.asked(caller), id);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}

const only = async (kind: string): Promise<string> => {
  const cases = await world.violations('kind = $1', [kind]);
  expect(cases).toHaveLength(1);
  return cases[0]!.id;
};

describe('D13, C12 a case that was raised as a spark', () => {
  it('and burned for 35.6 s says so, with the version of the verdict it belongs to', async () => {
    const pair = await world.jobs.pair();
    const spark = await world.burn(pair, { lastSeenAt: T0 + 900 });
    const id = await only('off-platform');
    expect((await detail(id)).evidence).toContain('燃弧不足 3 秒，可能是误碰');
    await world.burn(pair, { ...spark, lastSeenAt: T0 + 35_600, endedAt: T0 + 35_600 });
    const now = await detail(id);
    expect(now.certainty).toBe('confirmed');
    expect(now.evidence).toContain('燃弧达到 3 秒以上');
    expect(now.evidence.join()).not.toContain('可能是误碰');
    expect(now.arcs).toMatchObject([
      {
        id: spark.id,
        lengthMs: 35_600,
        verdict: 'off-platform',
        version: 2,
        machineId: pair.machineId,
        cleared: false,
      },
    ]);
    expect((await world.violations())[0]!.evidence).toMatchObject({ sustained: true });
  });

  it('and was cleared by late data keeps the arc, marked, with the verdict in force', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair, { endedAt: T0 + 10 * SECOND });
    const id = await only('off-platform');
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set reserved_at = $2 where id = $1`, [jobId, new Date(T0 - MINUTE)]);
    await world.judge([arc]);
    expect((await detail(id)).arcs).toMatchObject([{ cleared: true, verdict: 'on-platform', version: 2, jobId }]);
  });
});

describe('C7 five machines of one permit that burn past its end', () => {
  it('are one case that names all five, with an arc of each', async () => {
    const first = await world.jobs.pair();
    const pairs: Pair[] = [first];
    for (let n = 1; n < 5; n += 1) {
      const pair = await world.jobs.pair();
      await world.sql(`update permit_machines set permit_id = $1 where machine_id = $2`, [
        first.permitId,
        pair.machineId,
      ]);
      await world.sql(`update permit_welders set permit_id = $1 where welder_id = $2`, [first.permitId, pair.welderId]);
      pairs.push(pair);
    }
    const end = T0 + 4 * HOUR;
    for (const pair of pairs) {
      const claimedJobId = await world.jobs.running(pair);
      await world.burn(pair, { claimedJobId, startedAt: end - MINUTE, lastSeenAt: end + 5 * MINUTE });
    }
    const id = await only('permit-overrun');
    const shown = await detail(id);
    expect(new Set(shown.arcs.map(({ machineId }) => machineId))).toEqual(
      new Set(pairs.map(({ machineId }) => machineId)),
    );
    for (const arc of shown.arcs) expect(arc).toMatchObject({ machineName: 'ZX7-400', welderName: '测试焊工', jobId: expect.any(String) }); // prettier-ignore
    const page = await world.get(FindViolations).page(world.asked(inspector), { limit: 5 });
    expect(page.items[0]).toMatchObject({
      machines: 5,
      enterpriseName: '测试企业',
      machineName: 'ZX7-400',
      overdue: false,
    });
  });
});

describe('D24, C8 a certificate that is found to be forged after the work', () => {
  const look = () => world.get(WatchFaults).execute(world.jobs.clock.at);

  it('is a case at once, and the arcs of its whole time get a new version of their verdict', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const before = await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + SECOND, lastSeenAt: T0 + MINUTE });
    await look();
    expect(await world.violations()).toEqual([]);
    world.jobs.clock.at = T0 + 2 * DAY;
    await world.sql(`update certificates set status = 'forged', revoked_at = $2, revoke_reason = '编号查无此证' where welder_id = $1`, [
      pair.welderId,
      new Date(T0 + 2 * DAY),
    ]); // prettier-ignore
    for (const _ of [1, 2]) await look();
    const id = await only('forged-certificate');
    expect(await world.violations('id = $1', [id])).toMatchObject([
      { certainty: 'confirmed', welder_id: pair.welderId, enterprise_id: 'E1', occurrences: 1, description: '编号查无此证' },
    ]); // prettier-ignore
    const shown = await detail(id);
    expect(shown.evidence).toEqual(expect.arrayContaining(['监管人员核实该操作证系伪造', '持此证期间的作业：1 次']));
    const verdicts = await world.sql(
      `select version, verdict, detail ->> 'reason' as reason from arc_verdicts where arc_id = $1 and rule = 'certificate' order by version`,
      [before.id],
    );
    expect(verdicts.at(-1)).toMatchObject({ verdict: 'uncertified', reason: 'forged' });
    const uncertified = await detail(await only('uncertified'));
    expect(uncertified.evidence[0]).toBe('操作证是伪造的，自始无效');
  });

  it('is handed to the police by a regulator, once, with its number; it is one of the major hazards in this trade', async () => {
    const pair = await world.jobs.pair();
    await world.sql(`update certificates set status = 'forged', revoked_at = $2 where welder_id = $1`, [pair.welderId, new Date(T0)]); // prettier-ignore
    await look();
    const id = await only('forged-certificate');
    const regulator = await world.user('REG', ['regulator'], { regionCode: '4110' });
    expect((await detail(id, regulator)).majorBasis).toMatchObject({
      document: '应急管理部令第10号',
      item: '第三条第二项',
    });
    expect((await detail(id, inspector)).commands).not.toContain('hand-over');
    const handed = await world.command(regulator, id, 'hand-over', { note: '许昌市公安局，移送〔2026〕3号' });
    expect(handed.ok && handed.value).toMatchObject({ handedOverAt: new Date(T0).toISOString(), state: 'open' });
    expect(handed.ok && handed.value.history.at(-1)).toMatchObject({ command: 'hand-over', note: '许昌市公安局，移送〔2026〕3号' }); // prettier-ignore
    expect(handed.ok && handed.value.commands).not.toContain('hand-over');
  });
});

describe('C19 a silent chip that speaks again', () => {
  const silent = async (pair: Pair, jobId: string): Promise<void> => {
    const raise = world.get(RaiseChipSignals);
    const at = T0 + 40 * SECOND;
    world.jobs.clock.at = at;
    const fault = { chipNo: pair.chipNo, machineId: pair.machineId, jobId, reason: 'silent', at, heardAt: T0 } as const;
    await world.jobs.db.uow.run(systemScope('test'), (tx) => raise.execute(tx, [fault], at));
  };
  const look = async (at: number): Promise<void> => {
    world.jobs.clock.at = at;
    await world.get(WatchFaults).execute(at);
  };
  /** Samples every 10 s, from and to so many seconds after T0. */
  const samples = async (pair: Pair, from: number, to: number): Promise<void> => {
    await world.sql(
      `insert into samples (chip_no, machine_id, boot, seq, idx, at, up, ms, i, i_max, u, arc_ms, clock)
       select $1, $2, 7, 1000 + n, 0, to_timestamp($3 / 1000.0) + n * interval '1 second', n * 1000, 10000, 0, 0, 0, 0, 'ok'
       from generate_series($4::int, $5::int, 10) as n`,
      [pair.chipNo, pair.machineId, T0, from, to],
    );
  };

  it('is explained when what it kept came in, and by nothing less', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await silent(pair, jobId);
    await world.sql('update chip_states set last_seen_at = $2 where chip_no = $1', [
      pair.chipNo,
      new Date(T0 + 10 * MINUTE),
    ]);
    await samples(pair, 600, 600);
    await look(T0 + 11 * MINUTE);
    expect(await world.violations()).toMatchObject([{ kind: 'chip-silent', state: 'open', certainty: 'provisional' }]);
    await samples(pair, 10, 590);
    await look(T0 + 12 * MINUTE);
    expect(await world.violations()).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('is confirmed with its length where that never comes', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await silent(pair, jobId);
    await world.sql('update chip_states set last_seen_at = $2 where chip_no = $1', [
      pair.chipNo,
      new Date(T0 + 42 * MINUTE),
    ]);
    await samples(pair, 42 * 60, 42 * 60);
    for (const minute of [43, 53, 54]) await look(T0 + minute * MINUTE);
    const id = await only('chip-silent');
    expect(await world.violations()).toMatchObject([{ state: 'open', certainty: 'confirmed' }]);
    expect((await detail(id)).evidence.join()).toContain('失联 42 分钟');
    expect(await world.historyOf(id)).toEqual(['raise → open', 'confirm open → open']);
  });
});
