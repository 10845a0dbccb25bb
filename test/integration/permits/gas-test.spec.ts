import { FeedGas } from '../../../src/modules/permits/steps/feed-gas';
import type { GasTestRequest, PermitCommandRequest } from '../../../src/modules/permits/steps/permit-command.dto';
import { HOUR } from '../../../src/kernel/time';
import { minutes, must, outcome, PermitWorld, PLACE, reasons, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.user('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

const iso = (at: number): string => new Date(at).toISOString();
const sample = (value: number, at = world.clock.at, gas = 'methane'): GasTestRequest => ({
  sampledAt: iso(at),
  readings: [{ gas, value, unit: '%vol' }],
});
const test = (by: Role, id: string, body: PermitCommandRequest) => world.give(by, id, 'gas-test', body);

/** A chemical permit that may begin but for the gas test. */
async function chemical(level: 'special' | 'first' | 'second', end = T0 + 6 * HOUR): Promise<string> {
  const { id } = await world.create({ regime: 'chemical', level, gases: ['methane'], plannedEnd: iso(end) });
  await world.must('manager', id, 'submit');
  const manager2 = world.caller('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
  if (level === 'second') await world.signOnSite(manager2, id);
  else await world.signOnSite('safety', id);
  if (level === 'special') await world.signOnSite('head', id);
  await world.must('safety', id, 'issue');
  await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
  await world.must('watcher', id, 'measures', await world.ticks(id));
  return id;
}

describe('a gas test before the work', () => {
  it('after one that failed measures again what failed, until a test passes', async () => {
    const id = await chemical('first');
    const read = (...readings: GasTestRequest['readings']) =>
      outcome(test('watcher', id, { sampledAt: iso((world.clock.at += 1_000)), readings }));
    const methane = { gas: 'methane', value: 0.1, unit: '%vol' } as const;
    expect(await read({ gas: 'hydrogen', value: 0.9, unit: '%vol' }, methane)).toBe('allowed');
    expect(await read(methane)).toBe('invalid permit.gas-sample-refused');
    expect(await read({ ...methane, value: 0.6 })).toBe('allowed'); // bad as well, and no way around
    expect(await read(methane)).toBe('invalid permit.gas-sample-refused');
    expect(await read(methane, { gas: 'hydrogen', value: 0.1, unit: '%vol' })).toBe('allowed');
    expect(await read(methane)).toBe('allowed');
  });

  it('is asked for, judged and fresh for half an hour', async () => {
    const id = await chemical('first');
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.gas-test-missing']);
    const failed = await world.must('watcher', id, 'gas-test', sample(0.6));
    expect(failed).toMatchObject({
      state: 'issued',
      gasTests: [{ passed: false, failed: [0], source: 'manual', testedBy: '测试watcher' }],
    });
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.gas-test-failed']);
    await world.must('safety', id, 'gas-test', {
      ...sample(0.4),
      instrument: { number: 'G-7', calibrationDueOn: '2026-12-31' },
    });
    world.clock.at = T0 + minutes(30) + 1;
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.gas-test-stale']);
    await world.must('watcher', id, 'gas-test', sample(0.4, world.clock.at));
    expect(await world.must('watcher', id, 'start')).toMatchObject({ state: 'active' });
    const [last] = await world.sql<{ after: { failed: unknown[] } }>(
      `select after from audit_entries where entity_id = $1 and action = 'permit.gas-test' order by id limit 1`,
      [id],
    );
    const limit = { basis: 'explosion', max: 0.5, unit: '%vol', source: 'GB 30871-2022 5.3.2' };
    expect(last?.after.failed).toEqual([{ gas: 'methane', value: 0.6, ...limit }]);
  });

  it.each<[string, (id: string) => PermitCommandRequest, string[]]>([
    ['a gas not on the list', () => sample(0.1, T0, 'phlogiston'), ['permit.gas-not-measured', 'permit.gas-unknown']],
    ['a negative reading', () => sample(-1), ['permit.gas-value-absurd']],
    ['an absurd one', () => sample(120), ['permit.gas-value-absurd']],
    ['the future', () => sample(0.1, T0 + 1), ['permit.gas-sample-in-future']],
    [
      'an instrument out of date',
      () => ({ ...sample(0.1), instrument: { number: 'G', calibrationDueOn: '2026-11-23' } }),
      ['permit.gas-instrument-expired'],
    ],
    ['no readings', () => ({ sampledAt: iso(T0) }), ['field.required']],
  ])('%s is refused, and nothing is stored', async (_, body, expected) => {
    const id = await chemical('second');
    expect(await reasons(test('watcher', id, body(id)))).toEqual(expected);
    expect((await world.see(id)).gasTests).toEqual([]);
  });

  it('is made by those on site', async () => {
    const id = await chemical('second');
    expect(await outcome(test('head', id, sample(0.1)))).toBe('forbidden permit.on-site-only');
    expect(await outcome(test('manager', id, sample(0.1)))).toBe('allowed');
    expect(await outcome(test('welderUser', id, sample(0.1)))).toBe('forbidden permit.on-site-only');
  });
});

describe('while work goes on', () => {
  it('a test that fails suspends at once; a good one lets it go on', async () => {
    const id = await chemical('first');
    await world.must('watcher', id, 'gas-test', sample(0.1));
    await world.must('watcher', id, 'start');
    const suspended = await world.must('watcher', id, 'gas-test', sample(0.9));
    expect(suspended).toMatchObject({ state: 'suspended', suspendReason: '气体检测不合格' });
    expect(await reasons(world.give('watcher', id, 'resume'))).toEqual(['permit.gas-test-failed']);
    await world.must('watcher', id, 'gas-test', sample(0.1));
    expect(await world.must('watcher', id, 'resume')).toMatchObject({ state: 'active', suspendReason: null });
  });

  it('measured all the time: a reading that does not come suspends by itself', async () => {
    const id = await chemical('special');
    await world.must('watcher', id, 'gas-test', sample(0.1));
    await world.must('watcher', id, 'start');
    await world.elapse(minutes(15));
    expect((await world.see(id)).state).toBe('active');
    await world.elapse(1);
    expect(await world.see(id)).toMatchObject({ state: 'suspended', suspendReason: '没有按时复测气体' });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'suspend', byName: 'timer' });
  });

  it('a device feeds readings under a watcher’s account; the same checks, the same end', async () => {
    const id = await chemical('special');
    const feed = (by: Role, body: GasTestRequest) => world.get(FeedGas).execute(world.asked(by), id, body);
    await world.must('watcher', id, 'gas-test', sample(0.1));
    await world.must('watcher', id, 'start');
    for (let n = 1; n <= 3; n += 1) {
      await world.elapse(minutes(14));
      expect(must(await feed('watcher2', sample(0.1)))).toMatchObject({ state: 'active' });
    }
    expect((await world.see(id)).gasTests[0]).toMatchObject({ source: 'feed' });
    // good readings are readings, and no news
    expect((await world.see(id)).history.filter(({ command }) => command === 'gas-test')).toHaveLength(1);
    const heard = (await world.events('permit.changed', id)).filter(({ data }) => data['command'] === 'gas-test');
    expect(heard).toHaveLength(1);
    expect(await outcome(feed('stranger', sample(0.1)))).toBe('not-found permit.not-found');
    expect(await outcome(feed('welderUser', sample(0.1)))).toBe('forbidden permit.feed-not-yours');
    expect(await outcome(feed('watcher2', sample(-1)))).toBe('invalid permit.gas-sample-refused');
    expect(must(await feed('watcher2', sample(0.51)))).toMatchObject({ state: 'suspended' });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'gas-test', toState: 'suspended' });
    const closed = await world.upTo('submitted');
    const late = world.get(FeedGas).execute(world.asked('watcher2'), closed, sample(0.1));
    expect(await outcome(late)).toBe('conflict permit.command-not-open');
  });
});
