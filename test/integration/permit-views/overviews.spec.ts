import { DAY, HOUR } from '../../../src/kernel/time';
import type {
  PermitBoard,
  PermitCalendar,
  PermitItemPage,
  PermitMap,
} from '../../../src/modules/permit-views/lists/permit-list.dto';
import { NOW, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = NOW;
  await world.clearPermits();
});

const get = async <T>(userId: string, path: string): Promise<T> =>
  (await world.as(userId).get(path).expect(200)).body as T;

describe('the board', () => {
  it('holds a permit in the column of what it is now', async () => {
    const active = await world.permit({ state: 'active' });
    const over = await world.permit({ state: 'active', planned_start: NOW - 5 * HOUR, planned_end: NOW - 1 });
    const { columns } = await get<PermitBoard>('M1', '/permits/board');
    expect(columns).toHaveLength(12);
    const of = (state: string) => columns.find((column) => column.state === state)?.items.map(({ id }) => id);
    expect([of('active'), of('expired'), of('draft')]).toEqual([[active], [over], []]);
  });

  it('a column goes on as the list of its state', async () => {
    const made = [];
    for (let i = 0; i < 5; i += 1) made.push(await world.permit({ state: 'submitted' }));
    const { columns } = await get<PermitBoard>('M1', '/permits/board?limit=2&state=submitted,active');
    expect(columns.map(({ state }) => state)).toEqual(['submitted', 'active']);
    const first = columns[0]!;
    const rest = await get<PermitItemPage>('M1', `/permits?state=submitted&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made.reverse());
  });

  it('shows another enterprise nothing', async () => {
    await world.permit();
    const { columns } = await get<PermitBoard>('M3', '/permits/board');
    expect(columns.flatMap(({ items }) => items)).toEqual([]);
  });
});

describe('the calendar', () => {
  /** Midnight in China at which 2026-11-24 begins. */
  const today = NOW - 16 * HOUR;
  const days = async (query: string, userId = 'M1') =>
    (await get<PermitCalendar>(userId, `/permits/calendar?${query}`)).days.map(({ day, count }) => [day, count]);

  it('counts a permit on each day in China that its time touches', async () => {
    await world.permit({ planned_start: today + 20 * HOUR, planned_end: today + 30 * HOUR });
    await world.permit({ planned_start: today, planned_end: today + HOUR });
    for (const userId of ['M1', 'U1', 'U0'])
      expect(await days('from=2026-11-23&to=2026-11-26', userId)).toEqual([
        ['2026-11-23', 0],
        ['2026-11-24', 2],
        ['2026-11-25', 1],
        ['2026-11-26', 0],
      ]);
  });

  it.each([
    ['ends at midnight', -HOUR, 0, [1, 0]],
    ['ends 1 ms after', -HOUR, 1, [1, 1]],
    ['begins at midnight', 0, HOUR, [0, 1]],
    ['begins 1 ms before', -1, HOUR, [1, 1]],
  ])('%s', async (_, from, to, counts) => {
    await world.permit({ planned_start: today + from, planned_end: today + to });
    for (const userId of ['M1', 'U1'])
      expect((await days('from=2026-11-23&to=2026-11-24', userId)).map(([, count]) => count)).toEqual(counts);
  });

  it.each([
    ['25 h that end at midnight', -HOUR, DAY, [1, 1, 0, 0, 0]],
    ['72 h that end at midnight', 0, 3 * DAY, [0, 1, 1, 1, 0]],
    ['72 h that end 1 ms after midnight', 1, 3 * DAY + 1, [0, 1, 1, 1, 1]],
    ['72 h that end 1 ms before midnight', -1, 3 * DAY - 1, [1, 1, 1, 1, 0]],
  ])('%s', async (_, from, to, counts) => {
    await world.permit({ planned_start: today + from, planned_end: today + to });
    for (const userId of ['M1', 'U1', 'U0'])
      expect((await days('from=2026-11-23&to=2026-11-27', userId)).map(([, count]) => count)).toEqual(counts);
  });

  it('leaves out drafts and what was refused, and others’ permits', async () => {
    for (const state of ['draft', 'returned', 'rejected', 'cancelled'] as const) await world.permit({ state });
    const closed = await world.permit({ state: 'closed' });
    const day = (await get<PermitCalendar>('M1', '/permits/calendar?from=2026-11-24&to=2026-11-24')).days[0]!;
    expect(day.items.map(({ id }) => id)).toEqual([closed]);
    expect(await days('from=2026-11-24&to=2026-11-24', 'M3')).toEqual([['2026-11-24', 0]]);
  });

  it('counts all and shows the first twenty', async () => {
    for (let i = 0; i < 22; i += 1) await world.permit();
    const day = (await get<PermitCalendar>('M1', '/permits/calendar?from=2026-11-24&to=2026-11-24')).days[0]!;
    expect([day.count, day.items.length]).toEqual([22, 20]);
  });

  it('counts no further than a hundred, those that go on from the day before among them', async () => {
    for (let i = 0; i < 60; i += 1) {
      await world.permit({ planned_start: today + HOUR, planned_end: today + 2 * HOUR });
      await world.permit({ planned_start: today - HOUR, planned_end: today + HOUR });
    }
    for (const userId of ['M1', 'U1'])
      expect(await days('from=2026-11-23&to=2026-11-24', userId)).toEqual([
        ['2026-11-23', 60],
        ['2026-11-24', 100],
      ]);
  });

  it.each(['from=2026-11-25&to=2026-11-24', 'from=2026-01-01&to=2026-03-04'])('refuses %s', async (query) => {
    const answer = await world.as('M1').get(`/permits/calendar?${query}`).expect(422);
    expect(answer.body).toMatchObject({ code: 'permit.calendar-range' });
  });

  it('62 days are the most', async () => {
    expect(await days('from=2026-01-01&to=2026-03-03')).toHaveLength(62);
  });

  it.each(['from=2026-02-30&to=2026-03-01', 'from=x&to=y', 'to=2026-03-01'])('refuses %s', async (query) => {
    await world.as('M1').get(`/permits/calendar?${query}`).expect(422);
  });
});

describe('the map', () => {
  const points = async (userId: string, query = '') =>
    (await get<PermitMap>(userId, `/permits/map${query}`)).items.map(({ id }) => id);

  it('shows open permits whose time is not over, and watches that still run', async () => {
    const open = await world.permit({ state: 'issued' });
    const watch = await world.permit({ state: 'fire_watch', planned_start: NOW - DAY, planned_end: NOW - 1 });
    await world.permit({ state: 'active', planned_start: NOW - DAY, planned_end: NOW });
    for (const state of ['draft', 'closed', 'returned'] as const) await world.permit({ state });
    expect(await points('M1')).toEqual([watch, open]);
    expect(await points('M3')).toEqual([]);
  });

  it('of a box or a region', async () => {
    const here = await world.permit();
    await world.permit({ lat: 35 });
    expect(await points('M1', '?bbox=113.8,34.1,113.9,34.2')).toEqual([here]);
    expect(await points('U0', '?regionCode=4110')).toHaveLength(2);
    expect(await points('U0', '?regionCode=4101')).toHaveLength(0);
    await world.as('M1').get('/permits/map?bbox=1,2,3').expect(422);
  });
});
