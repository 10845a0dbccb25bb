import { GridsReader } from '../../src/modules/regions/grids/grids.reader';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { newSite, newUser, POINT, type Person, type Site } from '../support/site';

const TOWN = '411003101';
const VILLAGE = '411003101201';
const NEXT = '411003101202';

interface Grid {
  readonly code: string;
  readonly version: number;
  readonly people: {
    readonly id: string;
    readonly userId: string;
    readonly serving: boolean;
    readonly untilOn: string | null;
  }[];
}
interface Task {
  readonly kind: string;
  readonly entity: { readonly id: string };
}

const square = (lng: number, lat: number, side = 0.02): unknown => ({
  type: 'Polygon',
  coordinates: [[[lng, lat], [lng + side, lat], [lng + side, lat + side], [lng, lat + side], [lng, lat]]],
}); // prettier-ignore

describe('网格: below the village', () => {
  let app: TestApp;
  let site: Site;
  let regulator: Person;
  let zhang: Person;
  let li: Person;
  let wang: Person;
  let grid: Grid;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    await app.sql(
      `insert into regions (code, name, parent) values ($1, '测试镇', '411003'), ($2, '测试村', $1), ($3, '邻村', $1) on conflict do nothing`,
      [TOWN, VILLAGE, NEXT],
    );
    const worker = () => newUser(app, site.admin, ['grid-worker'], { regionCode: TOWN });
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    [zhang, li, wang] = await Promise.all([worker(), worker(), worker()]);
  }, 120_000);
  afterAll(() => app?.close());

  const tasks = async (who: Person, kind: string): Promise<string[]> =>
    ((await who.get('/tasks?mine=true')).body as { items: Task[] }).items
      .filter((task) => task.kind === kind)
      .map(({ entity }) => entity.id);

  /** Somebody of a village registers by phone. */
  async function registers(n: number, regionCode: string): Promise<string> {
    const phone = inventedPhone(n);
    await app.request.post('/api/v1/registrations/code').send({ phone }).expect(200);
    const code = /(\d{6})/.exec(app.lastTextTo(phone))?.[1] ?? '';
    const answer = await app.request
      .post('/api/v1/registrations')
      .send({ kind: 'welder', name: '测试焊工', idNumber: inventedIdNumber(n), phone, code, regionCode });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return (answer.body as { id: string }).id;
  }

  it('maps have ground: the county is drawn, an operator adds its towns, and what is no outline is named', async () => {
    const ground = (await zhang.get('/regions/ground').expect(200)).body as { code: string };
    expect(ground.code).toBe(TOWN);
    const county = (await regulator.get('/regions/411003/outline').expect(200)).body as { polygons: unknown[]; parts: unknown[] }; // prettier-ignore
    expect(county.polygons).toHaveLength(3);
    const shape = square(113.81, 34.11);
    const features = [
      { type: 'Feature', properties: { code: TOWN }, geometry: shape },
      { type: 'Feature', properties: { code: TOWN }, geometry: shape },
      { type: 'Feature', properties: { code: '110101' }, geometry: shape },
      { type: 'Feature', properties: { code: '411003999' }, geometry: shape },
      { type: 'Feature', properties: { name: '某镇' }, geometry: shape },
    ];
    await zhang.put('/regions/outlines', { type: 'FeatureCollection', features }).expect(403);
    const loaded = await regulator.put('/regions/outlines', { type: 'FeatureCollection', features, source: '县自然资源局' }); // prettier-ignore
    expect(loaded.body).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'outline.twice' },
        { index: 2, code: 'outline.outside-region' },
        { index: 3, code: 'region.unknown' },
        { index: 4, regionCode: null, code: 'outline.code-missing' },
      ],
    });
    expect((await regulator.get('/regions/ground')).body).toMatchObject({ code: '411003', parts: [{ code: TOWN }], source: expect.any(String) as string }); // prettier-ignore
    expect((await site.manager.get('/regions/ground')).body).toMatchObject({ code: '411003' });
    const none = await regulator.put('/regions/outlines', { type: 'FeatureCollection', features: features.slice(2) });
    expect(none.body).toMatchObject({ accepted: 0, rejected: [{ index: 0 }, { index: 1 }, { index: 2 }] });
    await regulator.get('/regions/411003999/outline').expect(404);
    const broken = await regulator.put('/regions/outlines', { type: 'FeatureCollection', features: [null, 'x'] });
    expect(broken.status).toBe(422);
    const boxes = () => app.sql<{ west: number }>(`select west from region_bounds where region_code in ('411003', '110101') order by region_code`); // prettier-ignore
    const [own] = await boxes();
    const far = ['411003', '110101'].map((code) => ({ type: 'Feature', properties: { code }, geometry: square(100, 30) })); // prettier-ignore
    expect((await site.admin.put('/regions/outlines', { type: 'FeatureCollection', features: far })).body).toMatchObject({ accepted: 2 }); // prettier-ignore
    expect(await boxes()).toEqual([{ west: 100 }, own]); // a box that is known stays where it is
  });

  it('the regulator draws one with a boundary; what is no boundary is refused by name', async () => {
    const draw = (body: object) => regulator.post('/grids', { regionCode: VILLAGE, name: '一网格', ...body });
    const made = await draw({ duties: '动火巡查、设备采集', outline: square(113.81, 34.11) });
    expect(made).toMatchObject({ status: 201, body: { code: `${VILLAGE}001`, regionName: '测试村', people: [] } });
    grid = made.body as Grid;
    const refusalOf = async (body: object): Promise<unknown> => (await draw(body)).body as unknown;
    expect(await refusalOf({})).toMatchObject({ code: 'grid.name-taken' });
    const other = { name: '二网格' };
    const bow = [[[113.81, 34.11], [113.83, 34.13], [113.83, 34.11], [113.81, 34.13], [113.81, 34.11]]]; // prettier-ignore
    const refused: [object, string][] = [
      [{ ...other, outline: { type: 'Polygon', coordinates: bow } }, 'grid.outline-crossing'],
      [{ ...other, outline: { type: 'Polygon', coordinates: [] } }, 'grid.outline-one-ring'],
      [{ ...other, outline: { type: 'Polygon', coordinates: [['x']] } }, 'grid.outline-point'],
      [{ ...other, outline: { type: 'Point', coordinates: [1, 2] } }, 'request.invalid'],
      [{ ...other, regionCode: '411003101299' }, 'region.unknown'],
      [{ ...other, regionCode: '110101001001' }, 'region.unknown'],
    ];
    for (const [body, code] of refused) expect(await refusalOf(body)).toMatchObject({ code });
    expect((await zhang.post('/grids', { regionCode: VILLAGE, ...other })).status).toBe(403);
    const second = await draw({ ...other, regionCode: NEXT });
    expect(second.body).toMatchObject({ code: `${NEXT}001` });
  });

  it('people are appointed once, and only where their own region holds the village; one leads', async () => {
    const appoint = (body: Record<string, unknown>) => regulator.post(`/grids/${grid.code}/people`, body);
    expect((await appoint({ userId: zhang.userId, duty: 'leader' })).body).toMatchObject({
      people: [{ userId: zhang.userId, serving: true, untilOn: null }],
    });
    expect((await appoint({ userId: zhang.userId, duty: 'worker' })).body).toMatchObject({ code: 'grid.post-taken' });
    expect((await appoint({ userId: li.userId, duty: 'leader' })).body).toMatchObject({ code: 'grid.post-taken' });
    expect((await appoint({ userId: regulator.userId, duty: 'worker' })).body).toMatchObject({
      code: 'grid.person-unfit',
    });
    expect((await appoint({ userId: li.userId, duty: 'worker', untilOn: '2099-02-31' })).status).toBe(422);
    expect((await appoint({ userId: li.userId, duty: 'worker', fromOn: '2020-01-01' })).body).toMatchObject({
      code: 'grid.post-in-the-past',
    });
    await regulator.must(`/grids/${NEXT}001/people`, { userId: wang.userId, duty: 'worker' });
    expect((await regulator.post(`/grids/${grid.code}/close`)).body).toMatchObject({ code: 'grid.still-staffed' });
  });

  it('the database keeps it, whoever writes', async () => {
    const again = app.sql(
      `insert into grid_people (id, grid_code, region_code, user_id, duty, from_on, appointed_by, appointed_at)
       values ('x', $1, $2, $3, 'leader', current_date + 1, $4, now())`,
      [grid.code, VILLAGE, li.userId, regulator.userId],
    );
    await expect(again).rejects.toThrow(/grid_people_one_leader/);
  });

  it('a place leads to its people: boundary, village, town; on the map and for the picker of a case', async () => {
    const at = async (query: string) => (await site.manager.get(`/grids/at?${query}`)).body as Record<string, unknown>;
    const inside = `regionCode=${VILLAGE}&lat=${POINT.lat}&lng=${POINT.lng}`;
    expect(await at(inside)).toMatchObject({
      by: 'boundary',
      grids: [{ name: '一网格' }],
      people: [{ id: zhang.userId }],
    });
    expect(await at(`regionCode=${NEXT}`)).toMatchObject({ by: 'village', people: [{ id: wang.userId }] });
    const town = await at(`regionCode=${TOWN}`);
    expect(town).toMatchObject({ by: 'town', grids: [] });
    expect((town['people'] as { id: string }[]).map(({ id }) => id).sort()).toEqual([zhang, li, wang].map(({ userId }) => userId).sort()); // prettier-ignore
  });

  it('the list of the database and the pure rule agree on every place', async () => {
    await app.sql('update grids set outline = $2 where code = $1', [
      `${NEXT}001`,
      JSON.stringify((square(113.825, 34.115, 0.05) as { coordinates: unknown[] }).coordinates[0]),
    ]);
    const reader = app.app.get(GridsReader);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    let below = 0;
    for (let i = 0; i < 60; i += 1) {
      const regionCode = [VILLAGE, NEXT, TOWN, '411003'][i % 4]!;
      const point = i % 5 === 4 ? null : { lat: 34.1003 + (i % 10) * 0.005, lng: 113.8007 + ((i * 7) % 13) * 0.004 };
      const found = await app.app.get(UnitOfWork).run(systemScope('test'), async (tx) => {
        const [row] = await tx.query<{ people: string[] | null }>('select grid_people_at($1, $2, $3, $4) as people', [
          ...[regionCode, point?.lat ?? null, point?.lng ?? null, today],
        ]);
        return { list: row!.people, rule: await reader.responsibleFor(tx, { regionCode, point }, Date.now()) };
      });
      if (found.rule.by !== 'town') below += 1;
      const expected = found.rule.by === 'town' ? null : [...found.rule.people].sort();
      expect({ i, people: found.list && [...new Set(found.list)].sort() }).toEqual({ i, people: expected });
    }
    expect(below).toBeGreaterThan(20);
    await app.sql('update grids set outline = null where code = $1', [`${NEXT}001`]);
  });

  it('what waits goes to who looks after the place, and to everybody of the town where nobody does', async () => {
    const [here, there, nowhere] = [
      await registers(901, VILLAGE),
      await registers(902, NEXT),
      await registers(903, TOWN),
    ];
    expect((await tasks(zhang, 'registration-settle')).sort()).toEqual([here, nowhere].sort());
    expect((await tasks(wang, 'registration-settle')).sort()).toEqual([there, nowhere].sort());
    expect(await tasks(li, 'registration-settle')).toEqual([nowhere]);
    expect((await tasks(regulator, 'registration-settle')).sort()).toEqual([here, there, nowhere].sort());
  });

  it('a case is offered to them first', async () => {
    const found = await regulator.must('/violations', {
      ...{ kind: 'other', description: '气瓶没有固定', place: '村口', regionCode: VILLAGE, ...POINT },
    });
    const id = String(found['id']);
    const { items } = (await regulator.get(`/violations/${id}/assignees`)).body as { items: { id: string }[] };
    expect(items[0]?.id).toBe(zhang.userId);
    await regulator.must(`/violations/${id}/commands/assign`, { userId: zhang.userId });
    expect(await tasks(zhang, 'case-put-right')).toEqual([id]);
  });

  it('who looks after grids is not disabled before a successor took over: posts, cases and tasks, in one step', async () => {
    const disabled = await regulator.post(`/users/${zhang.userId}/disable`);
    expect(disabled).toMatchObject({ status: 409, body: { code: 'user.grids-left', grids: 1 } });
    const over = (toUserId: string) => regulator.post('/grids/takeover', { fromUserId: zhang.userId, toUserId });
    expect((await over(zhang.userId)).body).toMatchObject({ code: 'grid.same-person' });
    expect((await over(regulator.userId)).body).toMatchObject({ code: 'grid.person-unfit' });
    const done = (await over(li.userId)).body as { grids: string[]; cases: string[] };
    expect(done).toMatchObject({ grids: [grid.code], cases: [expect.any(String)] });
    expect(await tasks(li, 'case-put-right')).toEqual(done.cases);
    expect(await tasks(li, 'registration-settle')).toHaveLength(2);
    expect(await tasks(zhang, 'registration-settle')).toHaveLength(1);
    const { people } = (await regulator.get(`/grids/${grid.code}`)).body as Grid;
    expect(people.map(({ userId, serving }) => [userId, serving])).toEqual([
      [li.userId, true],
      [zhang.userId, false],
    ]);
    expect((await regulator.post(`/users/${zhang.userId}/disable`)).status).toBe(200);
    const trail = await app.sql<{ action: string }>(
      `select action from audit_entries where entity = 'grid' order by id`,
    );
    expect(trail.map(({ action }) => action)).toContain('grid.passed-on');
  });
});
