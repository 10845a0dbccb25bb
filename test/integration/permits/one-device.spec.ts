import { ConfirmByOccupier } from '../../../src/modules/permits/occupier/confirm-by-occupier';
import { DoubtfulSeats } from '../../../src/modules/permits/people/doubtful-seats.reader';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { OftenOccupiers } from '../../../src/modules/supervision/detectors/often-occupiers';
import { SharedDevices } from '../../../src/modules/supervision/detectors/shared-devices';
import { HOUR } from '../../../src/kernel/time';
import { must, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

const at = (by: Role, deviceHash: string | null) => ({ ...world.caller(by), deviceHash });
const shared = () =>
  world.run((tx) => new SharedDevices(world.get(DoubtfulSeats), world.get(RulesReader)).find(tx, world.clock.at));

describe('M20 two seats of one permit taken from one device', () => {
  it('raise an alert with the names, once for the permit', async () => {
    const { id } = await world.create();
    await world.must(at('manager', 'desk'), id, 'submit');
    await world.must(at('safety', 'phone'), id, 'approve');
    expect(await shared()).toEqual([]);
    world.clock.at = T0 + 60_000;
    await world.must(at('head', 'phone'), id, 'approve');
    world.clock.at = T0 + 120_000;
    await world.must(at('head', 'phone'), id, 'issue');
    expect(await shared()).toEqual([
      {
        ...{ kind: 'identity-misuse', source: 'detector', certainty: 'provisional', permitId: id },
        foundAt: T0 + 60_000,
        evidence: { reason: 'one-device', signers: '测试safety、测试head' },
      },
    ]);
  });

  it('who asks and who watches count, too', async () => {
    world.clock.at = T0 + 4 * HOUR;
    const { id } = await world.create();
    await world.must(at('manager', 'tablet'), id, 'submit');
    await world.must(at('safety', 'p1'), id, 'approve');
    await world.must(at('head', 'p2'), id, 'approve');
    await world.must(at('head', 'p2'), id, 'issue');
    await world.must(at('watcher', 'tablet'), id, 'fire-watch-on', { ...PLACE });
    const mine = (await shared()).filter(({ permitId }) => permitId === id);
    expect(mine).toMatchObject([{ evidence: { signers: '测试manager、测试watcher' } }]);
  });

  it('a device each, or none that is known, is no finding', async () => {
    world.clock.at = T0 + 8 * HOUR;
    const { id } = await world.create();
    await world.must(at('manager', 'a'), id, 'submit');
    await world.must(at('safety', null), id, 'approve');
    await world.must(at('head', null), id, 'approve');
    expect((await shared()).filter(({ permitId }) => permitId === id)).toEqual([]);
  });
});

describe('M20 one phone that confirms small permits at three places', () => {
  it('is an alert that the grid worker of the last place finds in the list, not only news', async () => {
    world.clock.at = T0 + 12.5 * HOUR;
    const confirm = async (north: number): Promise<string> => {
      const { id } = await world.create(
        {
          ...{ regime: 'small', fireWatchId: undefined, occupierPhone: '19900004444', submit: true },
          plannedEnd: new Date(world.clock.at + 2 * HOUR).toISOString(),
          place: { name: '测试小店', lat: PLACE.lat + north, lng: PLACE.lng, kinds: [] },
        },
        'welderUser',
      );
      must(await world.get(ConfirmByOccupier).execute(id, { code: world.lastCode() }));
      return id;
    };
    await confirm(0.01);
    await confirm(0.02);
    const often = () => world.run((tx) => new OftenOccupiers(world.get(DoubtfulSeats)).find(tx, world.clock.at));
    expect(await often()).toEqual([]);
    const third = await confirm(0.03);
    expect(await often()).toEqual([
      {
        ...{ kind: 'identity-misuse', source: 'detector', certainty: 'provisional', permitId: third },
        foundAt: world.clock.at,
        evidence: { reason: 'occupier-often', places: 3 },
      },
    ]);
  });
});
