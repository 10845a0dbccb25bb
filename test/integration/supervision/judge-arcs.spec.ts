import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { RecomputeVerdicts } from '../../../src/modules/supervision/recompute-verdicts';
import { T0 } from '../../domain/authorization/perfect-facts';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await SupervisionWorld.open();
});
beforeEach(() => world.forget());
afterAll(() => world?.close());

describe('an arc that no job covers', () => {
  it('is raised once, with evidence, history, audit and event; again counts up and confirms', async () => {
    const pair = await world.jobs.pair();
    await world.burn(pair, { endedAt: T0 + SECOND, lastSeenAt: T0 + SECOND });
    const [first] = await world.violations();
    expect(first).toMatchObject({
      kind: 'off-platform',
      grade: 'alert',
      state: 'open',
      certainty: 'provisional',
      source: 'detector',
      machine_id: pair.machineId,
      chip_no: pair.chipNo,
      enterprise_id: 'E1',
      region_code: '411003',
      occurrences: 1,
    });
    await world.burn(pair, { startedAt: T0 + MINUTE, endedAt: T0 + MINUTE + SECOND, lastSeenAt: T0 + MINUTE + SECOND });
    await world.burn(pair, { startedAt: T0 + 2 * MINUTE, lastSeenAt: T0 + 2 * MINUTE });
    const violations = await world.violations();
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatchObject({ id: first?.id, certainty: 'confirmed', occurrences: 3, state: 'open' });
    expect(await world.historyOf(first?.id ?? '')).toEqual(['raise → open']);
    expect(await world.events('violation.raised')).toMatchObject([
      {
        entity_id: first?.id,
        region_code: '411003',
        enterprise_ids: ['E1'],
        data: { kind: 'off-platform', state: 'open' },
      },
    ]);
    expect(await world.events('violation.changed')).toHaveLength(1);
    const audits = await world.sql(`select action from audit_entries where entity_id = $1`, [first?.id]);
    expect(audits).toEqual([{ action: 'violation.raise' }]);
  });

  it('has to be looked at within three days', async () => {
    await world.burn(await world.jobs.pair());
    const [violation] = await world.violations();
    expect(violation?.due_at).toBe(world.jobs.clock.at + 3 * 24 * HOUR);
  });

  it('judged again without change writes nothing', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair);
    await world.judge([arc]);
    await world.judge([arc]);
    expect(await world.violations()).toMatchObject([{ occurrences: 1 }]);
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
      'select count(*)::int as n from arc_verdicts where arc_id = $1',
      [arc.id],
    );
    expect(n).toBe(1);
  });

  it('a spark that goes on is confirmed', async () => {
    const pair = await world.jobs.pair();
    const spark = await world.burn(pair, { lastSeenAt: T0 + 2_999 });
    expect(await world.violations()).toMatchObject([{ certainty: 'provisional' }]);
    await world.burn(pair, { ...spark, lastSeenAt: T0 + 3_000 });
    const [violation] = await world.violations();
    expect(violation).toMatchObject({ certainty: 'confirmed', occurrences: 1 });
    expect(await world.historyOf(violation?.id ?? '')).toEqual(['raise → open', 'confirm open → open']);
  });

  it('of a chip on no machine is an unregistered machine', async () => {
    const pair = await world.jobs.pair();
    await world.sql('update chip_bindings set unbound_at = now() where chip_no = $1', [pair.chipNo]);
    await world.burn({ ...pair, machineId: null });
    expect(await world.violations()).toMatchObject([
      { kind: 'unregistered-machine', machine_id: null, chip_no: pair.chipNo },
    ]);
  });
});

describe('a job that became known late', () => {
  it('withdraws what stood on its arcs alone', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair, { endedAt: T0 + 10 * SECOND });
    const [raised] = await world.violations();
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set reserved_at = $2, running_at = $2 where id = $1`, [jobId, new Date(T0 - MINUTE)]);
    await world.judge([arc]);
    expect(await world.violations()).toMatchObject([{ id: raised?.id, state: 'withdrawn', certainty: 'withdrawn' }]);
    expect(await world.historyOf(raised?.id ?? '')).toEqual(['raise → open', 'withdraw open → withdrawn']);
    const verdicts = await world.sql(
      `select rule, version, verdict, job_id from arc_verdicts where arc_id = $1 and rule = 'platform' order by version`,
      [arc.id],
    );
    expect(verdicts).toEqual([
      { rule: 'platform', version: 1, verdict: 'off-platform', job_id: null },
      { rule: 'platform', version: 2, verdict: 'on-platform', job_id: jobId },
    ]);
  });

  it('leaves what another arc still holds up', async () => {
    const pair = await world.jobs.pair();
    const covered = await world.burn(pair, { endedAt: T0 + 10 * SECOND });
    await world.burn(pair, {
      startedAt: T0 - 2 * HOUR,
      endedAt: T0 - 2 * HOUR + 5 * SECOND,
      lastSeenAt: T0 - 2 * HOUR + 5 * SECOND,
    });
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set reserved_at = $2 where id = $1`, [jobId, new Date(T0 - MINUTE)]);
    await world.judge([covered]);
    expect(await world.violations()).toMatchObject([{ state: 'open', occurrences: 1 }]);
  });

  it('and what stood on an arc that late evidence showed to be part of another', async () => {
    const pair = await world.jobs.pair();
    const [one, rest] = [
      await world.burn(pair, { endedAt: T0 + SECOND }),
      await world.burn(pair, { startedAt: T0 + 2 * SECOND, endedAt: T0 + 10 * SECOND }),
    ];
    await world.sql('update arcs set merged_into = $2 where id = $1', [rest.id, one.id]);
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set reserved_at = $2 where id = $1`, [jobId, new Date(T0 - MINUTE)]);
    await world.judge([{ ...one, endedAt: T0 + 10 * SECOND }]);
    expect(await world.violations()).toMatchObject([{ state: 'withdrawn', certainty: 'withdrawn' }]);
  });

  it('a case that was closed stays closed, and is marked as groundless', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair, { endedAt: T0 + 10 * SECOND });
    await world.sql(`update violations set state = 'closed'`);
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set reserved_at = $2 where id = $1`, [jobId, new Date(T0 - MINUTE)]);
    await world.judge([arc]);
    expect(await world.violations()).toMatchObject([{ state: 'closed', certainty: 'withdrawn' }]);
  });
});

describe('an arc under a job', () => {
  it('of a welder whose certificate was revoked meanwhile is uncertified, and a major hazard in this trade', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await world.sql(`update certificates set status = 'revoked', revoked_at = $2 where welder_id = $1`, [
      pair.welderId,
      new Date(T0 + MINUTE),
    ]);
    await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + 5 * MINUTE, lastSeenAt: T0 + 6 * MINUTE });
    expect(await world.violations()).toMatchObject([
      {
        kind: 'uncertified',
        grade: 'hazard',
        severity: 3,
        welder_id: pair.welderId,
        job_id: jobId,
        cause: `uncertified:welder:${pair.welderId}`,
      },
    ]);
  });

  it('past the permit’s end is an overrun of that permit', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const end = T0 + 4 * HOUR;
    await world.burn(pair, { claimedJobId: jobId, startedAt: end - MINUTE, lastSeenAt: end + MINUTE + 2_001 });
    expect(await world.violations()).toMatchObject([{ kind: 'permit-overrun', permit_id: pair.permitId }]);
  });

  it('C18 no longer past it than the platform itself waits for the arc to stop is none', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const end = T0 + 4 * HOUR;
    await world.burn(pair, { claimedJobId: jobId, startedAt: end - MINUTE, lastSeenAt: end + MINUTE + 2_000 });
    expect(await world.violations()).toEqual([]);
  });

  it('in order leaves no violation', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + SECOND, lastSeenAt: T0 + 5 * MINUTE });
    expect(await world.violations()).toEqual([]);
  });

  it('in a special period is an alert, once for each permit and period', async () => {
    const pair = await world.jobs.pair();
    await world.sql(
      `insert into special_periods (id, region_code, name, valid_from, valid_to) values ('S1', '4110', '测试时段', $1, $2)`,
      [new Date(T0 - HOUR), new Date(T0 + HOUR)],
    );
    const jobId = await world.jobs.running(pair);
    for (const minute of [1, 2, 3])
      await world.burn(pair, {
        claimedJobId: jobId,
        startedAt: T0 + minute * MINUTE,
        endedAt: T0 + minute * MINUTE + SECOND,
        lastSeenAt: T0 + minute * MINUTE + SECOND,
      });
    expect(await world.violations()).toMatchObject([
      { kind: 'special-period', permit_id: pair.permitId, occurrences: 1, evidence: { period: '测试时段' } },
    ]);
  });

  it('a special period elsewhere says nothing', async () => {
    const pair = await world.jobs.pair();
    await world.sql(
      `insert into special_periods (id, region_code, name, valid_from, valid_to) values ('S1', '411002', '测试时段', $1, $2)`,
      [new Date(T0 - HOUR), new Date(T0 + HOUR)],
    );
    const jobId = await world.jobs.running(pair);
    await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + MINUTE, lastSeenAt: T0 + 2 * MINUTE });
    expect(await world.violations()).toEqual([]);
  });

  it('that burns for more than a day is overlong, once', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair, { startedAt: T0, lastSeenAt: T0 + 24 * HOUR });
    expect((await world.violations(`kind = 'overlong'`)).length).toBe(0);
    await world.burn(pair, { ...arc, lastSeenAt: T0 + 24 * HOUR + 1 });
    await world.burn(pair, { ...arc, lastSeenAt: T0 + 25 * HOUR });
    expect(await world.violations(`kind = 'overlong'`)).toMatchObject([{ occurrences: 1, machine_id: pair.machineId }]);
  });
});

describe('judging a period again', () => {
  it('differs in nothing; the period is half open', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + SECOND, lastSeenAt: T0 + MINUTE });
    await world.burn(await world.jobs.pair());
    await world.burn(await world.jobs.pair(), { startedAt: T0 - 1, endedAt: T0, lastSeenAt: T0 });
    const recompute = world.get(RecomputeVerdicts);
    expect(await recompute.execute(T0 - 1, T0 + HOUR)).toEqual({ arcs: 3, differences: [] });
    expect(await recompute.execute(T0, T0 + SECOND)).toEqual({ arcs: 1, differences: [] });
  });

  it('says what differs once the past was changed, and changes nothing', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const arc = await world.burn(pair, { claimedJobId: jobId, startedAt: T0 + SECOND, lastSeenAt: T0 + MINUTE });
    await world.sql('update jobs set machine_id = $2 where id = $1', [jobId, (await world.jobs.pair()).machineId]);
    const recompute = world.get(RecomputeVerdicts);
    const { differences } = await recompute.execute(T0, T0 + HOUR);
    expect(differences).toMatchObject([
      { arcId: arc.id, rule: 'platform', was: `on-platform, job ${jobId}`, is: 'off-platform, sustained true' },
    ]);
    expect((await recompute.execute(T0, T0 + HOUR)).differences).toEqual(differences);
    expect(await world.violations()).toEqual([]);
  });

  it('an arc that was never judged is a difference', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.arc(pair);
    const { differences } = await world.get(RecomputeVerdicts).execute(T0, T0 + HOUR);
    expect(differences).toMatchObject([
      { arcId: arc.id, rule: 'platform', was: null, is: 'off-platform, sustained true' },
    ]);
  });
});
