import { HOUR, MINUTE } from '../../../src/kernel/time';
import { WatchFaults } from '../../../src/modules/supervision/watch-faults';
import { T0 } from '../../domain/authorization/perfect-facts';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await SupervisionWorld.open();
});
beforeEach(async () => {
  await world.forget();
  await world.sql(`update permits set state = 'cancelled', closed_at = null, countersign_overdue_at = null`);
});
afterAll(() => world?.close());

const look = (at: number): Promise<void> => world.get(WatchFaults).execute(at);
const when = (at: number): string => new Date(at).toISOString();

/** A permit as it stands after work. */
async function permit(columns: Record<string, unknown>, regime = 'general'): Promise<string> {
  const { permitId } = await world.jobs.pair({ regime });
  const names = Object.keys(columns);
  const sets = names.map((name, i) => `${name} = $${i + 2}`).join(', ');
  await world.sql(`update permits set ${sets} where id = $1`, [permitId, ...names.map((name) => columns[name])]);
  return permitId;
}

describe('作业后未留守监护', () => {
  const until = T0;
  const patience = 30 * MINUTE;

  it('a watch that nobody ended, once all patience is over', async () => {
    const id = await permit({ state: 'fire_watch', finished_at: when(until - 30 * MINUTE), watch_until: when(until) });
    await look(until + patience);
    expect(await world.violations()).toEqual([]);
    await look(until + patience + 1);
    await look(until + 2 * HOUR);
    expect(await world.violations()).toMatchObject([
      {
        kind: 'fire-watch-skipped',
        permit_id: id,
        certainty: 'confirmed',
        occurrences: 1,
        enterprise_id: 'E1',
        place: '测试车间',
        evidence: { fault: 'never-closed' },
      },
    ]);
  });

  it('once is enough: closing the case does not bring it back', async () => {
    await permit({ state: 'fire_watch', finished_at: when(until - HOUR), watch_until: when(until) });
    await look(until + patience + 1);
    await world.sql(`update violations set state = 'closed'`);
    await look(until + patience + 2);
    expect(await world.violations()).toHaveLength(1);
  });

  it('a watch with nobody on duty', async () => {
    const id = await permit({
      state: 'closed',
      watch_on_at: null,
      finished_at: when(until - HOUR),
      watch_until: when(until),
      closed_at: when(until),
    });
    await look(until + 1);
    expect(await world.violations()).toMatchObject([{ permit_id: id, evidence: { fault: 'no-watcher' } }]);
  });

  it('work that was begun and never ended', async () => {
    const id = await permit({ state: 'expired', started_at: when(T0), planned_end: when(T0 + HOUR) });
    const left = T0 + HOUR + 30 * MINUTE + patience;
    await look(left);
    expect(await world.violations()).toEqual([]);
    await look(left + 1);
    expect(await world.violations()).toMatchObject([{ permit_id: id, evidence: { fault: 'never-begun' } }]);
  });

  it.each([
    [
      'kept to the end',
      { state: 'closed', finished_at: when(until - HOUR), watch_until: when(until), closed_at: when(until) },
      'general',
    ],
    ['expired before anybody began', { state: 'expired', planned_end: when(T0 + HOUR) }, 'general'],
    [
      'a small job, where the occupier may watch',
      { state: 'expired', started_at: when(T0), planned_end: when(T0 + HOUR) },
      'small',
    ],
    ['taken over by an extension', { state: 'closed', watch_on_at: null, closed_at: when(until) }, 'general'],
  ])('%s: nothing', async (_, columns, regime) => {
    await permit(columns, regime);
    await look(until + 3 * HOUR);
    expect(await world.violations()).toEqual([]);
  });
});

describe('what a timer suspended', () => {
  it.each([
    ['watcher-silent', 'fire-watch-absent'],
    ['gas-test-missed', 'gas-test-missed'],
  ])('%s: %s', async (suspend_reason, kind) => {
    const id = await permit({ state: 'suspended', suspended_at: when(T0), suspend_reason }, 'chemical');
    await look(T0 + MINUTE);
    await look(T0 + 2 * MINUTE);
    expect(await world.violations()).toMatchObject([{ kind, permit_id: id, occurrences: 1, certainty: 'confirmed' }]);
    await world.sql('update permits set suspended_at = $2 where id = $1', [id, when(T0 + HOUR)]);
    await look(T0 + HOUR + MINUTE);
    expect(await world.violations()).toMatchObject([{ kind, occurrences: 2 }]);
  });

  it.each([['the wind'], ['watcher-gone']])('what a person suspended (%s) is no fault', async (suspend_reason) => {
    await permit({ state: 'suspended', suspended_at: when(T0), suspend_reason });
    await look(T0 + MINUTE);
    expect(await world.violations()).toEqual([]);
  });
});

describe('an urgent permit', () => {
  it('whose signatures did not follow is a hazard', async () => {
    const id = await permit({ state: 'closed', urgent: true, countersign_overdue_at: when(T0) });
    await look(T0 + MINUTE);
    await look(T0 + 2 * MINUTE);
    expect(await world.violations()).toMatchObject([
      {
        kind: 'other',
        grade: 'hazard',
        permit_id: id,
        cause: `other:permit:${id}`,
        occurrences: 1,
        evidence: { reason: 'countersign-overdue' },
      },
    ]);
  });
});
