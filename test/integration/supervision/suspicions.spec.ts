import { DAY, HOUR, SECOND, type Instant } from '../../../src/kernel/time';
import { RaiseChipSignals } from '../../../src/modules/supervision/raise-chip-signals';
import { WatchFaults } from '../../../src/modules/supervision/watch-faults';
import { systemScope } from '../../../src/platform/database/scope';
import { T0 } from '../../domain/authorization/perfect-facts';
import type { Pair } from '../jobs/job-world';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await SupervisionWorld.open();
});
beforeEach(() => world.forget());
afterAll(() => world?.close());

const look = (at: Instant): Promise<void> => world.get(WatchFaults).execute(at);

describe('C23 有票无弧: a permit worked to its end without any arc', () => {
  const CLOSED = T0 + 3 * HOUR;
  const SETTLED = CLOSED + 72 * HOUR + SECOND;
  const found = () => world.violations(`kind = 'off-platform'`);

  async function closed(change: { control?: string; process?: string } = {}): Promise<Pair> {
    const pair = await world.jobs.pair(change);
    await world.sql(
      `update permits set state = 'closed', started_at = $2, finished_at = $3, closed_at = $4, watch_until = $4 where id = $1`,
      [pair.permitId, new Date(T0), new Date(T0 + 2 * HOUR), new Date(CLOSED)],
    );
    return pair;
  }
  // earlier tests' permits lie out of sight
  beforeEach(() =>
    world.sql(`update permits set closed_at = $1, watch_until = $1 where state = 'closed'`, [new Date(T0 - 400 * DAY)]),
  );

  it('is a suspicion three days after, once, and names no machine as guilty', async () => {
    const { permitId } = await closed();
    await look(CLOSED + 72 * HOUR);
    expect(await found()).toEqual([]);
    for (const at of [SETTLED, SETTLED + 10 * SECOND, SETTLED + DAY]) await look(at);
    expect(await found()).toMatchObject([
      {
        grade: 'alert',
        certainty: 'provisional',
        occurrences: 1,
        permit_id: permitId,
        machine_id: null,
        cause: `off-platform:permit:${permitId}`,
        evidence: { reason: 'permit-without-arcs' },
      },
    ]);
  });

  it.each<[string, (pair: Pair) => Promise<unknown>]>([
    ['an arc of its machine', (pair) => world.arc(pair, { startedAt: T0 + HOUR, lastSeenAt: T0 + HOUR + SECOND })],
    [
      'a chip that was not heard since',
      ({ chipNo }) =>
        world.sql('update chip_states set last_seen_at = $2 where chip_no = $1', [chipNo, new Date(T0 + HOUR)]),
    ],
    [
      'a chip fitted afterwards',
      ({ chipNo }) =>
        world.sql('update chip_bindings set bound_at = $2 where chip_no = $1', [chipNo, new Date(T0 + HOUR)]),
    ],
    [
      'an extension that took it over',
      async ({ permitId }) => {
        const next = await closed();
        await world.sql('update permits set extends_id = $2 where id = $1', [next.permitId, permitId]);
      },
    ],
  ])('%s explains it', async (_, explain) => {
    await explain(await closed());
    await look(SETTLED);
    expect(await found()).toEqual([]);
  });

  it('a set without chip burns unseen', async () => {
    await closed({ control: 'code-only', process: 'GAS' });
    await look(SETTLED);
    expect(await found()).toEqual([]);
  });

  it('goes by itself when the arc comes in late, with its reason, and does not come back', async () => {
    const pair = await closed();
    await look(SETTLED);
    await world.arc(pair, { startedAt: T0 + HOUR, lastSeenAt: T0 + HOUR + SECOND });
    await look(SETTLED + 10 * SECOND);
    await world.sql('delete from arcs');
    await look(SETTLED + 20 * SECOND);
    const [violation, ...more] = await found();
    expect(more).toEqual([]);
    expect(violation).toMatchObject({ state: 'withdrawn', certainty: 'withdrawn' });
    expect(await world.historyOf(violation!.id)).toEqual(['raise → open', 'withdraw open → withdrawn']);
  });

  it('stays with whoever has it in hand', async () => {
    const pair = await closed();
    await look(SETTLED);
    await world.sql(`update violations set state = 'assigned'`);
    await world.arc(pair, { startedAt: T0 + HOUR, lastSeenAt: T0 + HOUR + SECOND });
    await look(SETTLED + 10 * SECOND);
    expect(await found()).toMatchObject([{ state: 'assigned' }]);
  });
});

describe('C23 a machine that burns far less than it did', () => {
  let day = 60;
  /** All machines are looked at once a day. */
  const nextDay = (): Instant => T0 + (day += 1) * DAY;
  const found = () => world.violations(`kind = 'modified-machine'`);

  async function burned(at: Instant, before: number, recent: number, permitted = true): Promise<Pair> {
    const pair = await world.jobs.pair();
    await world.sql('update chip_bindings set bound_at = $2 where chip_no = $1', [
      pair.chipNo,
      new Date(at - 200 * DAY),
    ]);
    const hours = (from: Instant, n: number): Promise<unknown> =>
      world.arc(pair, { startedAt: from, endedAt: from + n * HOUR, lastSeenAt: from + n * HOUR });
    await hours(at - 100 * DAY, before / 2);
    await hours(at - 40 * DAY, before / 2);
    if (recent > 0) await hours(at - 10 * DAY, recent);
    const started = permitted ? at - DAY : at - 100 * DAY;
    await world.sql(`update permits set started_at = $1 where state = 'active'`, [new Date(started)]);
    return pair;
  }

  it('is a suspicion, told once, beside what its chip reports', async () => {
    const at = nextDay();
    const pair = await burned(at, 30, 1);
    for (const moment of [at, at + 10 * SECOND, nextDay(), nextDay()]) await look(moment);
    expect(await found()).toMatchObject([
      {
        grade: 'alert',
        certainty: 'provisional',
        occurrences: 1,
        machine_id: pair.machineId,
        evidence: { reason: 'arc-hours-fell', hoursBefore: 30, hoursRecent: 1 },
      },
    ]);
    await world.jobs.db.uow.run(systemScope('test'), (tx) =>
      world
        .get(RaiseChipSignals)
        .execute(
          tx,
          [{ chipNo: pair.chipNo, machineId: null, reason: 'mains-without-relay', at: T0, boot: 7, seq: 3 }],
          T0,
        ),
    );
    expect((await found()).map(({ certainty }) => certainty)).toEqual(['provisional', 'provisional']);
  });

  it.each<[string, number, number, boolean]>([
    ['that burns a fifth', 30, 2, true],
    ['that never burned much', 19, 0, true],
    ['whose enterprise has no work', 30, 0, false],
  ])('none for a machine %s', async (_, before, recent, permitted) => {
    const at = nextDay();
    await burned(at, before, recent, permitted);
    await look(at);
    expect(await found()).toEqual([]);
  });

  it.each<[string, (pair: Pair, at: Instant) => Promise<unknown>]>([
    [
      'it burns again',
      (pair, at) =>
        world.arc(pair, { startedAt: at - DAY, endedAt: at - DAY + 9 * HOUR, lastSeenAt: at - DAY + 9 * HOUR }),
    ],
    [
      'it is in repair',
      ({ machineId }) => world.sql(`update machines set status = 'repair' where id = $1`, [machineId]),
    ],
  ])('goes by itself when %s', async (_, explain) => {
    const at = nextDay();
    const pair = await burned(at, 30, 0);
    await look(at);
    expect(await found()).toMatchObject([{ state: 'open' }]);
    await explain(pair, at);
    await look(at + 10 * SECOND);
    expect(await found()).toMatchObject([{ state: 'withdrawn', certainty: 'withdrawn' }]);
  });
});
