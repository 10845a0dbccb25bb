import { distanceM } from '../../../src/kernel/geo';
import { DAY, HOUR } from '../../../src/kernel/time';
import { ConflictsReader } from '../../../src/modules/permits/conflicts.reader';
import type { ConflictAnswer, ConflictView } from '../../../src/modules/permit-views/conflicts/conflict.dto';
import type {
  NearbyActivityPage,
  NearbyActivityView,
} from '../../../src/modules/permit-views/activities/nearby-activity.dto';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { NOW, PLACE, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = NOW;
  await world.clearPermits();
});

/** One degree of latitude on the sphere of `distanceM`. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;
const north = (metres: number) => ({ lat: PLACE.lat + metres / METRES_PER_DEGREE, lng: PLACE.lng });
const iso = (at: number): string => new Date(at).toISOString();

const ask = async (userId: string, change: object = {}): Promise<ConflictAnswer> => {
  const body = {
    place: { ...PLACE, kinds: [] },
    plannedStart: iso(NOW + HOUR),
    plannedEnd: iso(NOW + 3 * HOUR),
    ...change,
  };
  return (await world.as(userId).post('/permits/conflicts', body).expect(200)).body as ConflictAnswer;
};
const declare = async (change: object = {}, userId = 'M2'): Promise<NearbyActivityView> => {
  const body = {
    kind: 'gas-discharge',
    placeName: '二厂放空口',
    ...PLACE,
    radiusM: 0,
    startsAt: iso(NOW),
    endsAt: iso(NOW + 2 * HOUR),
    ...change,
  };
  return (await world.as(userId).post('/nearby-activities', body).expect(201)).body as NearbyActivityView;
};

describe('hot work near', () => {
  it.each([
    [9.99, 1],
    [10, 1],
    [10.01, 0],
  ])('at %s m: %i', async (metres, count) => {
    await world.permit(north(metres));
    expect((await ask('M1')).items).toHaveLength(count);
  });

  it.each([
    ['ends when the work begins', NOW - HOUR, NOW + HOUR, 0],
    ['ends 1 ms after', NOW - HOUR, NOW + HOUR + 1, 1],
    ['begins when the work ends', NOW + 3 * HOUR, NOW + 5 * HOUR, 0],
    ['begins 1 ms before', NOW + 3 * HOUR - 1, NOW + 5 * HOUR, 1],
  ])('%s', async (_, planned_start, planned_end, count) => {
    await world.permit({ planned_start, planned_end });
    expect((await ask('M1')).items).toHaveLength(count);
  });

  it.each([
    ['draft', 0],
    ['returned', 0],
    ['submitted', 1],
    ['issued', 1],
    ['fire_watch', 1],
    ['closed', 0],
    ['expired', 0],
  ] as const)('%s: %i', async (state, count) => {
    await world.permit({ state });
    expect((await ask('M1')).items).toHaveLength(count);
  });

  it('the permit being written is not its own neighbour', async () => {
    const id = await world.permit();
    expect((await ask('M1', { excludeId: id })).items).toEqual([]);
  });
});

describe('what is told of others', () => {
  it('of one’s own permit all, of another’s what safety needs', async () => {
    const own = await world.permit();
    await world.permit({
      enterprise_id: 'E2',
      applicant_id: 'M2',
      place_name: '二厂东墙',
      content: '切割管道',
      number: 'SECRET-1',
    });
    const { items, blocked } = await ask('M1');
    const of = (isOwn: boolean): ConflictView => items.find(({ other }) => other?.own === isOwn)!;
    expect(blocked).toBe(false);
    expect(of(true).other).toMatchObject({ permitId: own, unit: '建安一厂' });
    expect(of(false).other).toEqual({
      kind: 'hot-work',
      permitId: null,
      number: null,
      unit: '建安二厂',
      own: false,
      placeName: '二厂东墙',
      ...PLACE,
      content: '切割管道',
      from: iso(NOW),
      to: iso(NOW + 4 * HOUR),
    });
    expect(JSON.stringify(of(false))).not.toMatch(/SECRET|M2|周经理/);
  });

  it('why, by which rule, how near and when, in the asker’s language', async () => {
    await world.permit(north(4));
    const [item] = (await ask('M1')).items;
    expect(item).toMatchObject({
      code: 'hot-work-near',
      severity: 'warn',
      message: '10 米内同时有另一处动火作业',
      distanceM: 4,
      limitM: 10,
      from: iso(NOW + HOUR),
      to: iso(NOW + 3 * HOUR),
    });
    expect(item!.legalBasis).not.toBe('');
  });
});

describe('declared activities', () => {
  it('a discharge warns a workshop and forbids a chemical plant', async () => {
    await declare(north(30));
    expect(await ask('M1', { regime: 'general' })).toMatchObject({
      blocked: false,
      items: [{ code: 'gas-discharge-near' }],
    });
    expect(await ask('M1', { regime: 'chemical' })).toMatchObject({ blocked: true, items: [{ severity: 'block' }] });
  });

  it.each([
    [50, 1],
    [50.01, 0],
  ])('reaching 20 m, it is met at %s m: %i', async (metres, count) => {
    await declare({ ...north(metres), radiusM: 20 });
    expect((await ask('M1')).items).toHaveLength(count);
  });

  it('one that reaches as far as any may is found from its edge', async () => {
    await declare({ ...north(529), radiusM: 500 });
    expect((await ask('M1')).items).toMatchObject([{ distanceM: 29 }]);
  });

  it('in its opening hours only', async () => {
    // NOW is 16:00 in China: the work goes on from 17:00 to 19:00
    const venue = { kind: 'public-entertainment', endsAt: iso(NOW + 30 * DAY), ...north(50) };
    await declare({ ...venue, dailyFrom: '19:00', dailyTo: '02:00' });
    expect((await ask('M1')).items).toEqual([]);
    await declare({ ...venue, dailyFrom: '18:59', dailyTo: '02:00' });
    expect((await ask('M1')).items).toMatchObject([{ code: 'crowd-near', from: iso(NOW + 3 * HOUR - 60_000) }]);
  });

  it('work in a place of public entertainment while it is open', async () => {
    expect(await ask('M1', { place: { ...PLACE, kinds: ['public-entertainment'] } })).toMatchObject({
      items: [{ code: 'crowd-near', other: null, distanceM: 0 }],
    });
  });

  it('are listed to their own side, and end when withdrawn', async () => {
    const { id } = await declare();
    const listed = async (userId: string) =>
      ((await world.as(userId).get('/nearby-activities').expect(200)).body as NearbyActivityPage).items.map(
        (one) => one.id,
      );
    expect([await listed('S2'), await listed('U1'), await listed('M1'), await listed('U9')]).toEqual([
      [id],
      [id],
      [],
      [],
    ]);
    await world.as('M1').delete(`/nearby-activities/${id}`).expect(404);
    await world.as('M2').delete(`/nearby-activities/${id}`).expect(200);
    expect([await listed('S2'), (await ask('M1')).items]).toEqual([[], []]);
    await world.as('M2').delete(`/nearby-activities/${id}`).expect(404);
    const trail = await world.sql(`select action from audit_entries where entity_id = $1 order by id`, [id]);
    expect(trail.map(({ action }) => action)).toEqual(['nearby-activity.declared', 'nearby-activity.withdrawn']);
  });

  it.each([
    ['times reversed', { endsAt: iso(NOW) }, 'activity.times-reversed'],
    ['what is over', { startsAt: iso(NOW - DAY), endsAt: iso(NOW) }, 'activity.over'],
    ['more than a year', { endsAt: iso(NOW + 366 * DAY + 1) }, 'activity.too-long'],
    ['half of the daily hours', { dailyFrom: '18:00' }, 'activity.daily-hours'],
    ['another’s enterprise', { enterpriseId: 'E1' }, 'enterprise.unknown'],
    ['an unknown kind', { kind: 'music' }, 'request.invalid'],
    ['501 m of reach', { radiusM: 501 }, 'request.invalid'],
    ['an hour that is none', { dailyFrom: '24:00', dailyTo: '02:00' }, 'request.invalid'],
  ])('refuses %s', async (_, change, code) => {
    const body = {
      kind: 'solvent',
      placeName: '清洗间',
      ...PLACE,
      radiusM: 5,
      startsAt: iso(NOW),
      endsAt: iso(NOW + HOUR),
    };
    const answer = await world
      .as('M2')
      .post('/nearby-activities', { ...body, ...change })
      .expect(422);
    expect(answer.body).toMatchObject({ code });
  });
});

describe('bad questions', () => {
  it.each([
    ['times reversed', { plannedEnd: iso(NOW + HOUR) }, 'permit.conflict-times'],
    ['more than 31 days', { plannedEnd: iso(NOW + 32 * DAY) }, 'permit.conflict-times'],
    ['no place', { place: undefined }, 'request.invalid'],
    ['a list of places', { place: [PLACE] }, 'request.invalid'],
    ['a place off the earth', { place: { lat: 91, lng: 0 } }, 'request.invalid'],
  ])('%s', async (_, change, code) => {
    const body = { place: PLACE, plannedStart: iso(NOW + HOUR), plannedEnd: iso(NOW + 3 * HOUR), ...change };
    expect((await world.as('M1').post('/permits/conflicts', body).expect(422)).body).toMatchObject({ code });
  });
});

describe('the reader', () => {
  const place = { ...PLACE, kinds: [], regionCode: '411003' };
  const window = { from: NOW, to: NOW + HOUR };

  it('refuses to look with eyes that see too little', async () => {
    const { scope } = await world.caller('M1');
    const book = world.get(RulesReader).book();
    const asked = world.runIn(scope, (tx) =>
      world.get(ConflictsReader).conflictsOf(tx, place, window, null, book, NOW),
    );
    await expect(asked).rejects.toThrow('system scope');
  });

  it('finds what is near in every direction, far from the equator too', async () => {
    const harbin = { lat: 53.4, lng: 123.5 };
    for (const [lat, lng] of [
      [0, 9],
      [9, 0],
      [-9, 0],
      [0, -9],
    ] as const)
      await world.permit({
        lat: harbin.lat + lat / METRES_PER_DEGREE,
        lng: harbin.lng + lng / METRES_PER_DEGREE / Math.cos((harbin.lat * Math.PI) / 180),
      });
    const { items } = await ask('M1', { place: harbin });
    expect(items).toHaveLength(4);
    for (const { other, distanceM: told } of items) expect(told).toBeCloseTo(distanceM(harbin, other!), 1);
  });

  it('uses the index of place and time under row level security', async () => {
    await world.sql(
      `insert into permits (id, number, code, regime, level, proposed_level, state, enterprise_id, region_code, place_name, lat, lng, radius_m,
         content, method, planned_start, planned_end, applicant_id, created_at)
       select 'X' || i, 'X' || i, 'X' || i, 'general', 'ordinary', 'ordinary', 'issued', 'E1', '411003', '车间', 34 + random() / 2,
         113.5 + random() / 2, 100, '焊', '焊', s, s + interval '6 hours', 'M1', now()
       from (select i, $1::timestamptz + random() * interval '200 days' as s from generate_series(1, 5000) i) t`,
      [new Date(NOW)],
    );
    const plan = await world.sql<{ 'QUERY PLAN': string }>(
      `explain select * from permits where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')
         and lat between 34.1 and 34.1005 and lng between 113.8 and 113.8005 and planned_start < $1 and planned_end > $2`,
      [new Date(NOW + 2 * HOUR), new Date(NOW)],
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/permits_near/);
    expect(text).toMatch(/Index Cond: .*lat.*lng.*planned_start.*planned_end/);
  });
});
