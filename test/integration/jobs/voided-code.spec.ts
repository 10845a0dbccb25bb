import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import { T0 } from '../../domain/authorization/perfect-facts';
import { JobWorld, type Pair } from './job-world';

let world: JobWorld;
beforeAll(async () => {
  world = await JobWorld.open();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = T0;
});

const unlocked = (pair: Pair, jobId: string, change: { at?: number; counter?: number; hours?: number } = {}) =>
  world.observe(pair, {
    relay: 'closed',
    offlineUnlocks: [
      {
        jobId,
        boot: 7,
        up: 60_000,
        clocked: true,
        possible: null,
        at: T0 + 10 * MINUTE,
        counter: 0,
        hours: 3,
        ...change,
      },
    ],
  });
const given = async (): Promise<Pair> => {
  const pair = await world.pair();
  await world.sql('update chip_states set last_seen_at = null where chip_no = $1', [pair.chipNo]);
  await world.sql('update permits set planned_end = $2 where id = $1', [pair.permitId, new Date(T0 + 200 * MINUTE)]);
  const where = { machineCode: pair.machineCode, permitId: pair.permitId, lat: 34.12, lng: 113.82 };
  await world.offlineCode.execute(world.asked(pair.welder), where);
  world.clock.at = T0 + 10 * MINUTE;
  return pair;
};

describe('a one-time code given before the work was stopped, heard of after', () => {
  const STOPPED = T0 + 5 * MINUTE;
  const history = (pair: Pair, at: number, to: string) =>
    world.sql(
      `insert into permit_history (permit_id, at, command, from_state, to_state, by_name) values ($1, $2, 'x', 'active', $3, '测试')`,
      [pair.permitId, new Date(at), to],
    );
  const ordered = async (pair: Pair, at: number, standing = 'confirmed', decidedAt: number | null = null) => {
    const other = await world.pair();
    const id = await world.running(other);
    await world.sql(`update jobs set state = 'stopped', end_reason = 'stop-order', ended_at = $2, machine_id = $3 where id = $1`, [id, new Date(at), pair.machineId]); // prettier-ignore
    await world.sql(
      `insert into job_stop_orders (job_id, region_code, ordered_by, ordered_at, reason, standing, decided_at) values ($1, '411003', 'U9', $2, '测试', $3, $4)`,
      [id, new Date(at), standing, decidedAt === null ? null : new Date(decidedAt)],
    );
  };
  const job = async (id: string) => {
    const [found] = await world.sql<{ state: string; reason: string | null; ended: number | null }>(
      'select state, end_reason as reason, ended_at as ended from jobs where id = $1',
      [id],
    );
    return { ...found, ended: found?.ended ? Math.round((found.ended - T0) / MINUTE) : null };
  };

  it.each<[string, number, number]>([
    ['typed after the order, it covers nothing', 10, 10],
    ['typed before the order, it covers what came before', 2, 5],
  ])('a stop order: %s; and power is taken', async (_, typed, ended) => {
    const pair = await given();
    await ordered(pair, STOPPED);
    await unlocked(pair, `OFFS${typed}`, { at: T0 + typed * MINUTE });
    expect(await job(`OFFS${typed}`)).toEqual({ state: 'stopped', reason: 'stop-order', ended });
    expect(await world.commands(pair, 'lock')).toMatchObject([{ job_id: null }]);
  });

  it('an order that was lifted before it was typed stands no more', async () => {
    const pair = await given();
    await ordered(pair, STOPPED, 'lifted', STOPPED + MINUTE);
    await unlocked(pair, 'OFFL');
    expect(await job('OFFL')).toMatchObject({ state: 'running' });
  });

  it('the permit suspended meanwhile; resumed before the code was typed it holds', async () => {
    const pair = await given();
    await history(pair, STOPPED, 'suspended');
    await unlocked(pair, 'OFFP');
    expect(await job('OFFP')).toEqual({ state: 'stopped', reason: 'permit-suspended', ended: 10 });
    const again = await given();
    await history(again, STOPPED, 'suspended');
    await history(again, STOPPED + MINUTE, 'active');
    await unlocked(again, 'OFFR');
    expect(await job('OFFR')).toMatchObject({ state: 'running' });
  });

  const out = (pair: Pair, since: number, back: number | null = null) =>
    world.sql('update machines set out_since = $2, back_since = $3 where id = $1', [pair.machineId, new Date(since), back === null ? null : new Date(back)]); // prettier-ignore
  const suspended = (pair: Pair, at: number) =>
    world.sql(`update welders set status = 'suspended', out_since = $2 where id = $1`, [pair.welderId, new Date(at)]);
  const resumed = (pair: Pair, at: number) =>
    world.sql(`update welders set status = 'active', back_since = $2 where id = $1`, [pair.welderId, new Date(at)]);
  const card = (pair: Pair, status: string, at: number | null, validTo = '2030-01-01') =>
    world.sql(`update certificates set status = $2, revoked_at = $3, valid_to = $4 where welder_id = $1`, [pair.welderId, status, at === null ? null : new Date(at), validTo]); // prettier-ignore

  it.each<[string, (pair: Pair) => Promise<unknown>, string]>([
    ['the machine suspended, lost or scrapped', (pair) => out(pair, STOPPED), 'machine-out'],
    ['the welder suspended', (pair) => suspended(pair, STOPPED), 'welder-suspended'],
    ['the certificate revoked', (pair) => card(pair, 'revoked', STOPPED), 'certificate-revoked'],
    ['the certificate found forged', (pair) => card(pair, 'forged', STOPPED), 'certificate-revoked'],
    ['the permit cancelled', (pair) => history(pair, STOPPED, 'cancelled'), 'permit-closed'],
    ['the permit closed', (pair) => history(pair, STOPPED, 'closed'), 'permit-closed'],
  ])('%s: what comes after is covered by nothing', async (_, happens, reason) => {
    const late = await given();
    world.clock.at = T0;
    const early = await given();
    for (const pair of [late, early]) await happens(pair);
    await unlocked(late, `LATE-${late.machineId}`);
    await unlocked(early, `EARLY-${early.machineId}`, { at: T0 + 2 * MINUTE });
    expect(await job(`LATE-${late.machineId}`)).toEqual({ state: 'stopped', reason, ended: 10 });
    expect(await job(`EARLY-${early.machineId}`)).toEqual({ state: 'stopped', reason, ended: 5 });
  });

  it('the certificate ends while the code is good: so does the job', async () => {
    const pair = await given();
    const day = new Date(T0 + 8 * HOUR - DAY).toISOString().slice(0, 10); // ended with yesterday
    await world.sql(`update offline_codes set issued_at = $2 where chip_no = $1`, [pair.chipNo, new Date(Date.parse(`${day}T16:00:00Z`) - MINUTE)]); // prettier-ignore
    await card(pair, 'verified', null, day);
    await unlocked(pair, 'OFFX');
    expect(await job('OFFX')).toEqual({ state: 'stopped', reason: 'certificate-expired', ended: 10 });
  });

  it.each<[string, (pair: Pair) => Promise<unknown>]>([
    ['back in service', (pair) => out(pair, STOPPED, STOPPED + MINUTE)],
    ['the welder resumed', (pair) => suspended(pair, STOPPED).then(() => resumed(pair, STOPPED + MINUTE))],
    ['out of service long before the code', (pair) => out(pair, T0 - DAY, T0 - HOUR)],
    [
      'certified by another card',
      async (pair) => {
        await world.sql(`insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on, valid_from, valid_to, status, created_at)
          select id || 'b', welder_id, 'construction', 'x', id || 'b', 'x', operations, issuer, issued_on, valid_from, valid_to, 'verified', created_at from certificates where welder_id = $1`, [pair.welderId]); // prettier-ignore
        await world.sql(`update certificates set status = 'revoked', revoked_at = $2 where id = $1`, [`C-${pair.welderId}`, new Date(STOPPED)]); // prettier-ignore
      },
    ],
  ])('%s: it holds', async (_, happens) => {
    const pair = await given();
    await happens(pair);
    await unlocked(pair, `HOLDS-${pair.machineId}`);
    expect(await job(`HOLDS-${pair.machineId}`)).toMatchObject({ state: 'running' });
  });
});
