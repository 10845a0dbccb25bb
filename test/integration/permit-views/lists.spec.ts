import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { effectiveState } from '../../../src/domain/permits/effective-state';
import { DAY, HOUR } from '../../../src/kernel/time';
import type { PermitItemPage, PermitItemView } from '../../../src/modules/permit-views/lists/permit-list.dto';
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

const page = async (userId: string, query = ''): Promise<PermitItemPage> =>
  (await world.as(userId).get(`/permits${query}`).expect(200)).body as PermitItemPage;
const items = async (userId: string, query = ''): Promise<PermitItemView[]> => (await page(userId, query)).items;
const ids = async (userId: string, query = ''): Promise<string[]> => (await items(userId, query)).map(({ id }) => id);

describe('who sees which permits', () => {
  it('an enterprise sees its own, those it works under and those at its place; another enterprise sees nothing', async () => {
    const own = await world.permit();
    const asContractor = await world.permit({ enterprise_id: 'E2', contractor_id: 'E1', applicant_id: 'M2' });
    const atOwnPlace = await world.permit({ enterprise_id: 'E2', occupier_enterprise_id: 'E1', applicant_id: 'M2' });
    expect(await ids('S1')).toEqual([atOwnPlace, asContractor, own]);
    expect(await ids('M2')).toEqual([atOwnPlace, asContractor]);
    expect(await ids('M3')).toEqual([]);
  });

  it('an official sees the region and all below it, an administrator everything', async () => {
    const here = await world.permit();
    const elsewhere = await world.permit({ enterprise_id: 'E3', region_code: '410102', applicant_id: 'M3' });
    expect(await ids('U1')).toEqual([here]);
    expect(await ids('U9')).toEqual([elsewhere]);
    expect(await ids('U0')).toEqual([elsewhere, here]);
  });

  it('a welder sees those that name them or that they asked for, whoever they belong to', async () => {
    const naming = await world.permit({}, ['W2']);
    await world.permit({}, ['W1']);
    const asked = await world.permit({ enterprise_id: null, regime: 'small', level: 'one', applicant_id: 'V2' });
    expect(await ids('V2')).toEqual([asked, naming]);
  });

  it('a permit that concerns one person twice is listed once', async () => {
    const id = await world.permit({ applicant_id: 'F1', fire_watch_id: 'F1' });
    expect(await ids('F1')).toEqual([id]);
  });

  it('filters do not widen what is seen', async () => {
    await world.permit();
    expect(await ids('U9', '?q=一号车间')).toEqual([]);
    expect(await ids('M3', '?enterpriseId=E1')).toEqual([]);
    expect(await ids('U9', '?regionCode=411003')).toEqual([]);
    expect(await ids('M3', '?q=一号车间')).toEqual([]);
  });
});

describe('what an item says', () => {
  it('everything a card shows', async () => {
    const id = await world.permit({
      regime: 'chemical',
      level: 'first',
      proposed_level: 'second',
      raised_because: ['night'],
      urgent: true,
      fire_watch_id: 'F1',
      tap_missed_at: new Date(NOW - HOUR),
      state: 'active',
    });
    const [item] = await items('M1');
    expect(item).toEqual({
      id,
      number: expect.any(String),
      regime: 'chemical',
      level: 'first',
      levelName: '一级动火',
      state: 'active',
      raisedBecause: ['night'],
      urgent: true,
      place: { name: '一号车间', lat: 34.12, lng: 113.82, radiusM: 100 },
      content: '焊接支架',
      plannedStart: new Date(NOW).toISOString(),
      plannedEnd: new Date(NOW + 4 * HOUR).toISOString(),
      tapMissedAt: new Date(NOW - HOUR).toISOString(),
      enterpriseId: 'E1',
      enterpriseName: '建安一厂',
      fireWatch: { id: 'F1', name: '孙监护' },
      due: { kind: 'end', at: new Date(NOW + 4 * HOUR).toISOString() },
      overdue: false,
    });
  });

  it.each([
    ['submitted', -1, 'start', false],
    ['submitted', 0, 'start', true],
    ['issued', -1, 'start', false],
    ['issued', 0, 'end', false],
  ] as const)('%s at %i ms from its beginning: %s is due, overdue %s', async (state, ms, kind, overdue) => {
    await world.permit({ state, planned_start: NOW + HOUR, planned_end: NOW + 4 * HOUR });
    world.clock.at = NOW + HOUR + ms;
    expect(await items('M1')).toMatchObject([{ due: { kind }, overdue }]);
  });

  it('a watch that has run out waits for its close', async () => {
    await world.permit({ state: 'fire_watch', watch_until: new Date(NOW + HOUR) });
    world.clock.at = NOW + HOUR - 1;
    expect(await items('M1')).toMatchObject([{ due: { kind: 'watch-end' }, overdue: false }]);
    world.clock.at = NOW + HOUR;
    expect(await items('M1')).toMatchObject([{ due: { kind: 'watch-end' }, overdue: true }]);
  });
});

describe('expiry follows from time, whether or not a timer ran', () => {
  it.each(PERMIT_STATES)('%s: as the domain says, 1 ms before the end, at it, and after', async (state) => {
    await world.permit({ state });
    const plannedEnd = NOW + 4 * HOUR;
    for (const at of [plannedEnd - 1, plannedEnd, plannedEnd + 1]) {
      world.clock.at = at;
      const expected = effectiveState({ state, plannedEnd }, at);
      expect((await items('M1')).map((item) => item.state)).toEqual([expected]);
      expect(await ids('M1', `?state=${expected}`)).toHaveLength(1);
      if (expected !== state) expect(await ids('M1', `?state=${state}`)).toHaveLength(0);
    }
  });
});

describe('filters', () => {
  it('by several states, regime, region and enterprise', async () => {
    const draft = await world.permit({ state: 'draft' });
    const active = await world.permit({ state: 'active', regime: 'small', level: 'one' });
    await world.permit({ state: 'closed' });
    expect(await ids('M1', '?state=draft,active')).toEqual([active, draft]);
    expect(await ids('M1', '?regime=small')).toEqual([active]);
    expect(await ids('U0', '?regionCode=4110')).toHaveLength(3);
    expect(await ids('U0', '?regionCode=4101')).toHaveLength(0);
    expect(await ids('U0', '?enterpriseId=E1')).toHaveLength(3);
    expect(await ids('U0', '?enterpriseId=E2')).toHaveLength(0);
  });

  it.each([
    ['from 1 ms before the end', NOW + 4 * HOUR - 1, undefined, true],
    ['from the end on', NOW + 4 * HOUR, undefined, false],
    ['to the beginning', undefined, NOW, false],
    ['to 1 ms after the beginning', undefined, NOW + 1, true],
    ['a stretch within', NOW + HOUR, NOW + 2 * HOUR, true],
    ['a stretch around', NOW - DAY, NOW + DAY, true],
  ])('planned time, half open: %s', async (_, from, to, expected) => {
    await world.permit();
    const query = [from && `from=${new Date(from).toISOString()}`, to && `to=${new Date(to).toISOString()}`];
    expect(await ids('M1', `?${query.filter(Boolean).join('&')}`)).toHaveLength(expected ? 1 : 0);
  });

  // an official reaches so many permits that places are found by their words, a manager looks through the own ones
  it.each(['M1', 'U1', 'U0'])('a number by its beginning, a place by words of its name (%s)', async (who) => {
    const first = await world.permit({ number: '411003-20261124-0777', place_name: '聚合装置 R-201 东侧管廊' });
    const second = await world.permit({ number: '411003-20261125-0001', place_name: '管廊西侧聚合泵房' });
    const found = (text: string) => ids(who, `?q=${encodeURIComponent(text)}`);
    expect(await found('411003-20261124-07')).toEqual([first]);
    expect(await found('411003-2026112')).toEqual([second, first]);
    expect(await found('0777')).toEqual([]);
    expect(await found('管廊')).toEqual([second, first]);
    expect(await found('东侧管廊')).toEqual([first]);
    expect(await found(' r-201东 ')).toEqual([first]);
    // all words occur in the second name, but not side by side
    expect(await found('聚合管廊')).toEqual([]);
    for (const odd of ['%', '_管', "'", '\\', '仓库']) expect(await found(odd)).toEqual([]);
    expect(await ids(who, `?q=管廊&limit=1&cursor=${second}`)).toEqual([first]);
    expect(await ids(who, '?q=管廊&enterpriseId=E2')).toEqual([]);
  });

  it('a place that was renamed is found by its new name only', async () => {
    const id = await world.permit({ state: 'draft', place_name: '旧仓库' });
    await world.sql(`update permits set place_name = '新厂房' where id = $1`, [id]);
    expect(await ids('M1', '?q=新厂房')).toEqual([id]);
    expect(await ids('M1', '?q=旧仓库')).toEqual([]);
  });

  it.each(['?state=burning', '?regime=other', '?from=yesterday', '?limit=0', '?limit=101', '?mine=perhaps', '?x=1'])(
    'refuses %s',
    async (query) => {
      await world.as('M1').get(`/permits${query}`).expect(422);
    },
  );
});

describe('pages', () => {
  it('follow one another without gap or repetition, newest first', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i += 1) made.push(await world.permit(i % 2 === 0 ? {} : { contractor_id: 'E1' }));
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { items: some, nextCursor }: PermitItemPage = await page(
        'M1',
        `?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...some.map(({ id }) => id));
      cursor = nextCursor;
    } while (cursor);
    expect(seen).toEqual([...made].reverse());
  });
});

describe('mine', () => {
  it('what I asked for, watch, or weld under', async () => {
    const asked = await world.permit({ applicant_id: 'S1', state: 'draft' });
    const watched = await world.permit({ fire_watch_id: 'F1', state: 'draft' });
    const welded = await world.permit({ state: 'draft' }, ['W1']);
    expect(await ids('S1', '?mine=true')).toEqual([asked]);
    expect(await ids('F1', '?mine=true')).toEqual([watched]);
    expect(await ids('V1', '?mine=true')).toEqual([welded]);
    expect(await ids('S1', '?mine=false')).toHaveLength(3);
  });

  it('what waits for my signature, in the order of the chain', async () => {
    const id = await world.permit({ state: 'submitted', submitted_at: new Date(NOW) });
    expect([await ids('S1', '?mine=true'), await ids('H1', '?mine=true')]).toEqual([[id], []]);
    await world.sql(
      `insert into permit_signatures (permit_id, step, role, user_id, signed_at, covers) values ($1, 0, 'safety-officer', 'S1', now(), '{0}')`,
      [id],
    );
    expect([await ids('S1', '?mine=true'), await ids('H1', '?mine=true')]).toEqual([[], [id]]);
    expect(await ids('S2', '?mine=true')).toEqual([]);
  });

  it('what waits for the signature of somebody I stand in for', async () => {
    const id = await world.permit({ state: 'submitted', submitted_at: new Date(NOW) });
    await world.sql(
      `insert into approval_delegations (id, from_user, to_user, enterprise_id, region_code, from_at, to_at, reason, created_by, created_at)
       values ('D1', 'S1', 'H1', 'E1', '411003', $1, $2, '休假', 'S1', now())`,
      [new Date(NOW - HOUR), new Date(NOW + HOUR)],
    );
    expect(await ids('H1', '?mine=true')).toEqual([id]);
    world.clock.at = NOW + HOUR;
    expect(await ids('H1', '?mine=true')).toEqual([]);
    await world.sql(`delete from approval_delegations`);
  });

  it.each(['issued', 'fire_watch', 'closed', 'expired'] as const)(
    'an urgent permit that is %s and still lacks a full signature, until it has it',
    async (state) => {
      const urgent = { urgent: true, urgent_reason: '管道爆裂', submitted_at: new Date(NOW), issued_at: new Date(NOW) };
      const id = await world.permit({ ...urgent, state });
      await world.permit({ state });
      expect(await ids('S1', '?mine=true')).toEqual([id]);
      await world.sql(
        `insert into permit_signatures (permit_id, step, role, user_id, signed_at, covers) values ($1, 0, 'safety-officer', 'S1', now(), '{0}')`,
        [id],
      );
      expect(await ids('S1', '?mine=true')).toEqual([]);
    },
  );

  it('what is approved and waits to be issued', async () => {
    const id = await world.permit({ state: 'approved', submitted_at: new Date(NOW) });
    expect(await ids('S1', '?mine=true')).toEqual([id]);
    expect(await ids('F1', '?mine=true')).toEqual([]);
  });
});
