import { DAY, HOUR, isoTime, MINUTE, SECOND, shanghaiMidnight } from '../../../src/kernel/time';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { FindJobs } from '../../../src/modules/jobs/find-jobs';
import { DashboardModule } from '../../../src/modules/dashboard/dashboard.module';
import { CountPresence } from '../../../src/modules/dashboard/statistics/overview/count-presence';
import { ReadLiveJobs } from '../../../src/modules/dashboard/statistics/read-live-jobs';
import type { NewsItem } from '../../../src/modules/dashboard/news/news.dto';
import { ReadNews } from '../../../src/modules/dashboard/news/read-news';
import { ReadOverview } from '../../../src/modules/dashboard/statistics/overview/read-overview';
import type { LiveJobs, Overview } from '../../../src/modules/dashboard/statistics/statistics.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import { PLACE, T0 } from '../../domain/authorization/perfect-facts';
import { refusal } from '../registry/desk';
import type { Pair } from '../jobs/job-world';
import { SupervisionWorld } from '../supervision/supervision-world';

const MIDNIGHT = shanghaiMidnight('2026-11-24');
/** Two towns of the county, as the region tree has them. */
const [TOWN, OTHER] = ['411003100', '411003102'];

const person = { id: 'U', name: '测试', regionCode: null, enterpriseId: null, welderId: null };
const official = (regionCode: string): Caller => callerOf({ ...person, roles: ['regulator'], regionCode }, null);
const ofEnterprise = (enterpriseId: string | null): Caller =>
  callerOf({ ...person, roles: ['enterprise-head'], enterpriseId }, null);

let world: SupervisionWorld;
let pairs: Pair[];

/** A refused scan with what spoke against it. */
const refused = (
  id: string,
  at: number,
  findings: Record<string, string>,
  more: { region?: string; purpose?: string; enterprise?: string } = {},
) =>
  world.sql(
    `insert into decisions (id, at, purpose, region_code, enterprise_id, allowed, finding_codes, findings, facts, rule_version)
     values ($1, $2, $3, $4, $5, false, $6, $7, '{}', 'test')`,
    [
      id, new Date(at), more.purpose ?? 'start', more.region ?? TOWN, more.enterprise ?? 'E1', Object.keys(findings),
      JSON.stringify(Object.entries(findings).map(([code, severity]) => ({ code, severity, params: {} }))),
    ], // prettier-ignore
  );

beforeAll(async () => {
  world = await SupervisionWorld.open(DashboardModule);
  pairs = [];
  for (let n = 0; n < 4; n += 1) pairs.push(await world.jobs.pair());
  const [a, b, c, d] = pairs as [Pair, Pair, Pair, Pair];
  await world.sql(
    `insert into regions (code, name, parent) values ($1, '甲镇', '411003'), ($2, '乙镇', '411003') on conflict (code) do update set name = excluded.name`,
    [TOWN, OTHER],
  );
  await world.sql('update machines set region_code = $1 where id = any($2)', [TOWN, [a.machineId, b.machineId]]);
  await world.sql('update machines set region_code = $1 where id = $2', [`${OTHER}201`.slice(0, 9), c.machineId]);
  await world.sql(`update machines set status = 'scrapped' where id = $1`, [d.machineId]);
  await world.sql('update chip_bindings set unbound_at = now() where machine_id = any($1)', [
    [b.machineId, d.machineId],
  ]);
  await world.sql('update welders set region_code = $1 where id = any($2)', [
    TOWN,
    [a.welderId, b.welderId, c.welderId],
  ]);
  await world.sql('update welders set region_code = $1 where id = $2', [OTHER, d.welderId]);
  await world.sql(`update certificates set status = 'unverified' where welder_id = $1`, [b.welderId]);
  await world.sql(`update certificates set valid_to = '2026-11-23' where welder_id = $1`, [c.welderId]);
  await world.sql(`update enterprises set region_code = $1 where id = 'E2'`, [OTHER]);
  await world.sql(`update machines set enterprise_id = 'E2' where id = $1`, [c.machineId]);
  await world.sql('update permits set region_code = $1 where id = any($2)', [TOWN, [a.permitId, b.permitId]]);
  await world.sql(`update permits set state = 'submitted' where id = $1`, [b.permitId]);
  await world.sql(
    `update permits set state = 'active', planned_end = $2, region_code = $3, enterprise_id = 'E2' where id = $1`,
    [c.permitId, new Date(T0 - MINUTE), OTHER],
  );
  await world.sql(`update permits set state = 'closed' where id = $1`, [d.permitId]);

  const running = await world.jobs.running(a);
  await world.sql('update jobs set region_code = $2, running_at = $3 where id = $1', [running, TOWN, new Date(T0)]);
  const job = (id: string, state: string, at: number, region: string, enterprise: string): Promise<unknown> =>
    world.sql(
      `insert into jobs (id, machine_id, control, welder_id, region_code, enterprise_id, source, state, reserved_at, work_until, idle_limit_s)
       values ($1, $2, 'cut', $3, $4, $5, 'online', $6, $7, $7, 0)`,
      [id, d.machineId, b.welderId, region, enterprise, state, new Date(at)],
    );
  await job('J1', 'finished', MIDNIGHT, TOWN, 'E1');
  await job('J2', 'finished', MIDNIGHT - 1, OTHER, 'E2');
  await job('J3', 'failed', MIDNIGHT + HOUR, TOWN, 'E1');
  await job('J4', 'stopped', MIDNIGHT - 13 * DAY, OTHER, 'E2');
  await job('J5', 'stopped', MIDNIGHT - 13 * DAY - 1, OTHER, 'E2');

  await refused('D1', MIDNIGHT, { 'chip.offline': 'block', 'machine.inspection-overdue': 'warn' });
  await refused('D2', MIDNIGHT + HOUR, { 'chip.offline': 'block', 'certificate.expired': 'block' });
  await refused(
    'D3',
    MIDNIGHT + HOUR,
    { 'place.outside-site': 'block', 'machine.in-use': 'block' },
    { region: OTHER, enterprise: 'E2' },
  );
  await refused('D4', MIDNIGHT - 1, { 'chip.offline': 'block' });
  await refused('D5', MIDNIGHT + HOUR, { 'chip.offline': 'block' }, { purpose: 'dry-run' });

  await world.burn(b, { startedAt: MIDNIGHT, lastSeenAt: MIDNIGHT + 5 * SECOND, endedAt: MIDNIGHT + 5 * SECOND });
  await world.burn(c, { startedAt: MIDNIGHT - 1, lastSeenAt: MIDNIGHT + 5 * SECOND, endedAt: MIDNIGHT + 5 * SECOND });
});
afterAll(() => world?.close());

async function overview(caller: Caller, regionCode?: string): Promise<Overview> {
  const result = await world.get(ReadOverview).execute(world.asked(caller), { regionCode });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('the overview of a small known world', () => {
  it('counts what burns, what was refused, what is open; the day begins at midnight in China', async () => {
    expect(await overview(official('411003'))).toMatchObject({
      running: 1,
      jobsToday: 2,
      refusedToday: 3,
      offPlatformToday: 1,
      openViolations: 2,
    });
  });

  it('covers towns: machines with chip, welders with a checked certificate that holds', async () => {
    const { towns } = await overview(official('411003'));
    expect(towns).toEqual([
      { code: TOWN, name: '甲镇', machines: 2, machinesWithChip: 1, welders: 3, weldersCertified: 1 },
      { code: OTHER, name: '乙镇', machines: 1, machinesWithChip: 1, welders: 1, weldersCertified: 1 },
    ]);
  });

  it('the trend has 14 days, the oldest first', async () => {
    const { trend } = await overview(official('411003'));
    expect(trend).toHaveLength(14);
    expect(trend[0]).toEqual({ day: '2026-11-11', jobs: 1, refused: 0, violations: 0 });
    expect(trend[12]).toEqual({ day: '2026-11-23', jobs: 1, refused: 1, violations: 1 });
    expect(trend[13]).toEqual({ day: '2026-11-24', jobs: 2, refused: 3, violations: 1 });
  });

  it('chips and permits; what ran out is not open', async () => {
    await world.get(CountPresence).execute(T0);
    const { chips, permits } = await overview(official('411003'));
    expect(chips).toEqual({ bound: 2, heard: 2, silent: 0, at: isoTime(T0) });
    expect(permits.byState).toEqual({ active: 1, submitted: 1 });
    await world.sql('update chip_states set last_seen_at = $2, silent_since = $2 where chip_no = $1', [
      pairs[0]!.chipNo,
      new Date(T0 - HOUR),
    ]);
    expect((await overview(official('411003'))).chips).toMatchObject({ heard: 2, silent: 0, at: isoTime(T0) });
    await world.get(CountPresence).execute(T0 + MINUTE);
    const counted = { heard: 1, silent: 1, at: isoTime(T0 + MINUTE) };
    expect((await overview(official('411003'))).chips).toEqual({ bound: 2, ...counted });
    expect((await overview(official(TOWN))).chips).toMatchObject({ heard: 0, silent: 1 });
    expect((await overview(official(OTHER))).chips).toMatchObject({ heard: 1, silent: 0 });
    expect((await overview(ofEnterprise('E1'))).chips).toMatchObject({ heard: 0, silent: 1 });
  });

  it('honest people who were kept from work, by cause', async () => {
    const { honestRefused } = await overview(official('411003'));
    expect(honestRefused).toEqual({
      scans: 3,
      refused: 2,
      share: 2 / 3,
      byCause: [
        { code: 'chip.offline', count: 1 },
        { code: 'machine.in-use', count: 1 },
        { code: 'place.outside-site', count: 1 },
      ],
    });
  });

  it('nothing at all has no share', async () =>
    expect((await overview(official('4109'))).honestRefused).toEqual({ scans: 0, refused: 0, share: 0, byCause: [] }));
});

describe('whose numbers', () => {
  it('a region asked for narrows the official’s own', async () => {
    const town = await overview(official('411003'), OTHER);
    expect(town).toMatchObject({ running: 0, jobsToday: 0, refusedToday: 1 });
    expect(town.towns.map(({ code }) => code)).toEqual([OTHER]);
  });

  it('one around it changes nothing, one beside it is refused', async () => {
    expect((await overview(official(TOWN), '41')).towns.map(({ code }) => code)).toEqual([TOWN]);
    expect(await refusal(world.get(ReadOverview).execute(world.asked(official(TOWN)), { regionCode: OTHER }))).toBe(
      'forbidden statistics.outside-region',
    );
  });

  it('an enterprise counts itself', async () => {
    expect(await overview(ofEnterprise('E2'))).toMatchObject({
      running: 0,
      refusedToday: 1,
      towns: [{ code: OTHER, machines: 1, machinesWithChip: 1, welders: 0 }],
    });
    expect(await overview(ofEnterprise('E1'))).toMatchObject({
      running: 1,
      permits: { byState: { active: 1, submitted: 1 } },
    });
  });

  it('whoever has neither region nor enterprise counts nothing', async () =>
    expect(await overview(ofEnterprise(null))).toMatchObject({
      running: 0,
      jobsToday: 0,
      openViolations: 0,
      towns: [],
    }));
});

describe('what burns now', () => {
  const live = async (caller: Caller): Promise<LiveJobs> => {
    const result = await world.get(ReadLiveJobs).execute(world.asked(caller), {});
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value;
  };

  it('lies where its chip was last, else where it was started', async () => {
    const [a] = pairs as [Pair];
    await world.sql(
      'update chip_states set lat = 34.5, lng = 113.9, position_at = $2, current_a = 148, arc_on = true where chip_no = $1',
      [a.chipNo, new Date(T0)],
    );
    const { items, more } = await live(official('411003'));
    expect(more).toBe(false);
    expect(items).toMatchObject([
      {
        machineId: a.machineId,
        machineCode: a.machineCode,
        model: 'ZX7-400',
        enterpriseName: '测试企业',
        lat: 34.5,
        lng: 113.9,
        currentA: 148,
        arcOn: true,
      },
    ]);
    await world.sql('update chip_states set position_at = $2 where chip_no = $1', [
      a.chipNo,
      new Date(T0 - 11 * MINUTE),
    ]);
    expect((await live(official('411003'))).items).toMatchObject([{ ...PLACE }]);
  });

  it('never shows a current without an arc, nor an arc without a current', async () => {
    const [a] = pairs as [Pair];
    const shown = async (arcOn: boolean, currentA: number) => {
      await world.sql('update chip_states set arc_on = $2, current_a = $3 where chip_no = $1', [
        a.chipNo,
        arcOn,
        currentA,
      ]);
      const [job] = (await live(official('411003'))).items;
      return [job?.arcOn, job?.currentA];
    };
    expect(await shown(false, 204)).toEqual([false, 0]);
    expect(await shown(true, 0)).toEqual([true, null]);
    expect(await shown(true, 148)).toEqual([true, 148]);
  });

  it('says the same end as the job itself and its welder’s list, also where a special period was declared since', async () => {
    const [a] = pairs as [Pair];
    const [before] = (await live(official('411003'))).items;
    const declared = T0 + 90 * MINUTE;
    await world.sql(
      `insert into special_periods (id, region_code, name, valid_from, valid_to) values ('live', '4110', '测试时段', $1, $2)`,
      [new Date(declared), new Date(declared + HOUR)],
    );
    const [after] = (await live(official('411003'))).items;
    const own = await world.get(FindJobs).list(world.asked(a.welder), { mine: true, limit: 10 });
    await world.sql('delete from special_periods');
    expect(Date.parse(before!.workUntil)).toBeGreaterThan(declared);
    expect(after!.workUntil).toBe(new Date(declared).toISOString());
    expect(own.items.filter(({ id }) => id === after!.id)).toMatchObject([{ workUntil: after!.workUntil }]);
  });

  it.each([
    ['the county', () => official('411003'), 1],
    ['the town beside', () => official(OTHER), 0],
    ['its enterprise', () => ofEnterprise('E1'), 1],
    ['another', () => ofEnterprise('E2'), 0],
  ])('%s', async (_, caller, count) => expect((await live(caller())).items).toHaveLength(count));
});

describe('what happened lately', () => {
  const news = async (caller: Caller, query: { regionCode?: string } = {}): Promise<NewsItem[]> => {
    const result = await world.get(ReadNews).execute(world.asked(caller), query);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value.items;
  };
  const told = (
    type: string,
    entity: string,
    entityId: string,
    more: { region?: string; at?: number; data?: object } = {},
  ) =>
    world.sql(
      `insert into outbox (type, at, entity, entity_id, region_code, enterprise_ids, data) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        type, new Date(more.at ?? T0), entity, entityId, more.region ?? TOWN, [more.region === OTHER ? 'E2' : 'E1'],
        JSON.stringify(more.data ?? {}),
      ], // prettier-ignore
    );

  beforeAll(async () => {
    const [a, b, c] = pairs as [Pair, Pair, Pair];
    await world.sql('delete from outbox');
    const [job] = await world.sql<{ id: string }>(`select id from jobs where state = 'running' limit 1`);
    await told('job.started', 'job', job?.id ?? '');
    await told('machine.changed', 'machine', a.machineId);
    await told('permit.changed', 'permit', b.permitId);
    await told('chip.silent', 'chip', c.chipNo, { region: OTHER, data: { machineId: c.machineId } });
    await told('job.ended', 'job', 'GONE', { at: T0 - DAY - MINUTE });
  });

  it('is told with firm, place and machine, the newest first, nothing older than a day', async () => {
    const [a, b, c] = pairs as [Pair, Pair, Pair];
    expect(await news(official('411003'))).toMatchObject([
      { type: 'chip.silent', entityId: c.chipNo, machineId: c.machineId, machineModel: 'ZX7-400', placeName: '乙镇' },
      { type: 'permit.changed', entityId: b.permitId, permitState: 'submitted', enterpriseName: '测试企业' },
      {
        type: 'job.started',
        machineId: a.machineId,
        permitId: a.permitId,
        enterpriseName: '测试企业',
        placeName: expect.any(String),
      },
    ]);
  });

  it.each<[string, () => Caller, { regionCode?: string }, number]>([
    ['the county', () => official('411003'), {}, 3],
    ['the county, one town chosen', () => official('411003'), { regionCode: TOWN }, 2],
    ['the town beside', () => official(OTHER), {}, 1],
    ['its enterprise', () => ofEnterprise('E1'), {}, 2],
    ['another', () => ofEnterprise('E2'), {}, 1],
    ['nobody', () => ofEnterprise(null), {}, 0],
  ])('%s', async (_, caller, query, count) => expect(await news(caller(), query)).toHaveLength(count));
});
