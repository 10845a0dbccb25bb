import { RuleBook } from '../../../src/domain/rules/rule-book';
import { DAY, SECOND } from '../../../src/kernel/time';
import { Retention } from '../../../src/modules/telemetry/retention';
import type { RulesReader } from '../../../src/modules/rules/rules.reader';
import type { Config } from '../../../src/platform/config/config';
import { Clock } from '../../../src/platform/time/clock';
import { T0, TelemetryWorld } from './telemetry-world';

const rule = (key: string, value: number) => ({
  ...{ id: key, key, regime: '', level: '', regionCode: '', validFrom: 0, validTo: null },
  ...{ value, source: 'test', certainty: 'default' as const },
});

describe('what chips reported is not kept for ever', () => {
  let world: TelemetryWorld;
  beforeAll(async () => {
    world = await TelemetryWorld.open();
  }, 60_000);
  afterAll(() => world.close());

  it('samples, events and digests go after their days, what could not be read after its own; arcs stay', async () => {
    const book = new RuleBook([rule('retention.samples-days', 90), rule('retention.quarantine-days', 30)], 'test');
    const rules = { book: () => book } as RulesReader;
    const retention = new Retention(world.db.uow, world.partitions, rules, new Clock(), {} as Config);
    const chip = await world.chip();
    await world.take([chip.birth(0), chip.events(1, [{ kind: 'arc-start', up: SECOND }, { kind: 'arc-stop', up: 5 * SECOND }])]); // prettier-ignore
    await world.take([chip.samples(2, [{ up: 10 * SECOND }]), chip.unreadable(null, 'noise')]);
    const kept = async (): Promise<number[]> => [
      await world.count('samples', chip),
      await world.count('chip_events', chip),
      await world.count('message_digests', chip),
      await world.count('quarantine', chip),
      (await world.arcs(chip)).length,
    ];
    const endOfDay = Date.parse('2026-06-11T00:00:00Z');
    await retention.execute(T0 + 30 * DAY);
    expect(await kept()).toEqual([1, 2, 2, 1, 1]);
    await retention.execute(T0 + 30 * DAY + 20 * SECOND);
    expect(await kept()).toEqual([1, 2, 2, 0, 1]);
    await retention.execute(endOfDay - 1 + 90 * DAY);
    expect(await kept()).toEqual([1, 2, 2, 0, 1]);
    await retention.execute(endOfDay + 90 * DAY);
    expect(await kept()).toEqual([0, 0, 0, 0, 1]);
  });

  it('a message that comes again after its digest went is believed to be the same', async () => {
    const chip = await world.chip();
    const one = chip.samples(1, [{ up: 10 * SECOND }]);
    await world.take([one]);
    await world.partitions.drop(T0 + 200 * DAY);
    const { signals, acks } = await world.take([one]);
    expect([signals, acks[0]?.ranges]).toEqual([[], [[1, 1]]]);
    expect(await world.count('samples', chip)).toBe(0);
  });
});
