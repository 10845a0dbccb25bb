import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import type { GasTestRequest } from '../../../src/modules/permits/steps/permit-command.dto';
import { minutes, outcome, PermitWorld, PLACE, reasons, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

type Reading = GasTestRequest['readings'][number];
const vol = (gas: string, value: number): Reading => ({ gas, value, unit: '%vol' });
const give = (id: string, ...readings: Reading[]) =>
  world.give('watcher', id, 'gas-test', { sampledAt: new Date(world.clock.at).toISOString(), readings });
const measure = (id: string, ...readings: Reading[]) =>
  world.must('watcher', id, 'gas-test', { sampledAt: new Date(world.clock.at).toISOString(), readings });

const TANK = { name: '储罐', ...PLACE, radiusM: 100, kinds: ['confined-space'] };
const yes = (code: string) => [{ code, yes: true }];

/** A general permit that may begin but for the gas test. */
async function issued(change: Partial<CreatePermitRequest>): Promise<string> {
  const id = await world.upTo('issued', change);
  await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
  await world.must('watcher', id, 'measures', await world.ticks(id));
  return id;
}

describe('D5 work on vessels and in closed spaces does not begin without a gas test, in any regime', () => {
  it.each<[string, Partial<CreatePermitRequest>]>([
    ['a vessel that held fuel', { levelAnswers: yes('flammables-held'), gases: ['methane'] }],
    ['a confined space', { place: TANK, gases: ['methane'] }],
  ])('%s', async (_, change) => {
    const id = await issued(change);
    expect((await world.see(id)).gasTest).toBe('required');
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.gas-test-missing']);
    await measure(id, vol('methane', 0), vol('oxygen', 20.9));
    expect(await world.must('watcher', id, 'start')).toMatchObject({ state: 'active' });
  });

  it('in a confined space a record that does not come within two hours suspends the work', async () => {
    const id = await issued({ place: TANK, gases: ['methane'] });
    await measure(id, vol('methane', 0), vol('oxygen', 20.9));
    await world.must('watcher', id, 'start');
    world.clock.at = T0 + minutes(50);
    await world.must('watcher', id, 'watch-tap', { ...PLACE });
    world.clock.at = T0 + minutes(100);
    await world.must('watcher', id, 'watch-tap', { ...PLACE });
    await world.elapse(minutes(20));
    expect((await world.see(id)).state).toBe('active');
    await world.elapse(1);
    expect(await world.see(id)).toMatchObject({ state: 'suspended', suspendReason: '没有按时复测气体' });
  });
});

describe('D4 oxygen alone is no gas test', () => {
  it('where one is asked for, all that burns is measured unless a gas is named', async () => {
    const id = await issued({ place: TANK });
    expect(await reasons(give(id, vol('oxygen', 20.9)))).toEqual(['permit.gas-combustible-not-measured']);
    const seen = await measure(id, vol('oxygen', 20.9), vol('combustible', 0.1));
    expect(seen.gasTests[0]).toMatchObject({ passed: true });
  });

  it('where one may be made, too', async () => {
    const id = await issued({});
    expect(await outcome(give(id, vol('oxygen', 20.9)))).toBe('invalid permit.gas-sample-refused');
  });
});

describe('D3 a meter that tells no gases apart', () => {
  it.each<[string[], number, boolean]>([
    [[], 33, false],
    [[], 10, true],
    [['methane'], 33, false],
    [['methane'], 10, true],
    [['methane', 'ammonia'], 3.4, false],
  ])('%j named, %d %%LEL: %s', async (gases, value, passed) => {
    const id = await issued({ levelAnswers: yes('flammables-held'), gases });
    const named = gases.map((gas) => vol(gas, 0));
    const seen = await measure(id, ...named, { gas: 'combustible', value, unit: '%LEL' });
    expect(seen.gasTests[0]).toMatchObject({ passed, failed: passed ? [] : [gases.length] });
  });
});

describe('D6 poison in a closed space', () => {
  it.each<[Reading, boolean]>([
    [vol('hydrogen-sulfide', 0.4), false],
    [{ gas: 'hydrogen-sulfide', value: 10, unit: 'mg/m³' }, true],
    [{ gas: 'hydrogen-sulfide', value: 10.1, unit: 'mg/m³' }, false],
    [{ gas: 'hydrogen-sulfide', value: 7, unit: 'ppm' }, true],
    [{ gas: 'hydrogen-sulfide', value: 8, unit: 'ppm' }, false],
  ])('%j passes: %s', async (reading, passed) => {
    const id = await issued({ place: TANK, gases: ['hydrogen-sulfide'] });
    const seen = await measure(id, reading, vol('oxygen', 20.9));
    expect(seen.gasTests[0]).toMatchObject({ passed });
  });

  it('each reading shows its limits, their unit and their clause, and says when only fire was looked at', async () => {
    const id = await issued({ place: TANK, gases: ['methane', 'hydrogen-sulfide'] });
    const seen = await measure(
      id,
      { gas: 'methane', value: 1, unit: '%LEL' },
      { gas: 'hydrogen-sulfide', value: 1, unit: 'ppm' },
      vol('oxygen', 20.9),
    );
    const fire = { basis: 'explosion', min: null, source: 'GB 30871-2022 5.3.2' };
    const poison = { basis: 'toxic', min: null, max: 7.05, unit: 'ppm', source: 'GB 30871-2022 6.4；GBZ 2.1' };
    const air = { basis: 'oxygen', min: 19.5, max: 21, unit: '%vol', source: 'GB 30871-2022 6.4' };
    expect(seen.gasTests[0]?.readings).toMatchObject([
      { explosionOnly: true, limits: [{ ...fire, max: 10, unit: '%LEL' }] },
      { explosionOnly: false, limits: [{ ...fire, max: 5000, unit: 'ppm' }, poison] },
      { explosionOnly: false, limits: [air] },
    ]);
  });
});
