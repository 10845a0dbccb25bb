import { PermitsReader } from '../../../src/modules/permits/permits.reader';
import { HOUR } from '../../../src/kernel/time';
import { PermitWorld, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

const ask = <T>(
  question: (reader: PermitsReader, tx: Parameters<PermitsReader['byId']>[0]) => Promise<T>,
): Promise<T> => world.run((tx) => question(world.get(PermitsReader), tx));

describe('what other rooms may ask about permits', () => {
  it('one by id or by the code on its signboard, as it is at that moment', async () => {
    const id = await world.upTo('active');
    const { code, number } = await world.see(id);
    const found = await ask((reader, tx) => reader.byId(tx, id, T0));
    expect(found).toMatchObject({
      id,
      number,
      code,
      state: 'active',
      startedAt: T0,
      fireWatchId: 'watcher',
      plannedEnd: T0 + 4 * HOUR,
    });
    expect(await ask((reader, tx) => reader.byCode(tx, code, T0 + 4 * HOUR - 1))).toMatchObject({ state: 'active' });
    expect(await ask((reader, tx) => reader.byCode(tx, code, T0 + 4 * HOUR))).toMatchObject({ state: 'expired' });
    expect(await ask((reader, tx) => reader.byId(tx, 'nothing', T0))).toBeNull();
  });

  it('those in force that name a welder', async () => {
    const id = await world.upTo('issued');
    await world.upTo('submitted');
    const covering = (welderId: string, at: number) =>
      ask(async (reader, tx) => (await reader.coveringWelders(tx, [welderId], at)).map((one) => one.id));
    expect(await covering('W1', T0)).toEqual([id]);
    expect(await covering('W1', T0 - 1)).toEqual([]);
    expect(await covering('W1', T0 + 4 * HOUR)).toEqual([]);
    expect(await covering('W2', T0)).toEqual([]);
  });

  it('those in force that cover a machine: by name, or any of the parties’ where none is named', async () => {
    const named = await world.upTo('issued', { machineIds: ['M1'] });
    const any = await world.upTo('issued', { fireWatchId: 'watcher2' });
    const covering = (machineId: string) =>
      ask(async (reader, tx) => (await reader.coveringMachine(tx, machineId, T0)).map((one) => one.id));
    expect(await covering('M1')).toEqual([any, named]);
    expect(await covering('M2')).toEqual([any]);
    await world.sql(`update machines set enterprise_id = 'E2' where id = 'M2'`);
    expect(await covering('M2')).toEqual([]);
  });
});
