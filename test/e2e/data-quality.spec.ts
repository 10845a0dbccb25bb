import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';

const TOWN = '411003101';
const VILLAGE = '411003101201';

interface Finding {
  readonly kind: string;
  readonly subjectId: string;
  readonly path: string;
  readonly reason: string | null;
}
interface Page {
  readonly items: Finding[];
  readonly nextCursor: string | null;
}

describe('数据质量 and 目标', () => {
  let app: TestApp;
  let site: Site;
  let regulator: Person;
  let far: Person;
  let grid: Person;
  let other: Person;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    await app.sql(
      `insert into regions (code, name, parent) values ($1, '测试镇', '411003'), ($2, '测试村', $1) on conflict do nothing`,
      [TOWN, VILLAGE],
    );
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    far = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    grid = await newUser(app, site.admin, ['grid-worker'], { regionCode: TOWN });
    other = await newUser(app, site.admin, ['grid-worker'], { regionCode: TOWN });
    const { code } = (await regulator.must('/grids', { regionCode: VILLAGE, name: '一网格' })) as { code: string };
    await regulator.must(`/grids/${code}/people`, { userId: grid.userId, duty: 'worker' });
  }, 120_000);
  afterAll(() => app?.close());

  const machine = async (more: Record<string, unknown>): Promise<string> =>
    String((await site.admin.must('/machines', { model: 'ZX7-315', process: 'MMA', ...more }))['id']);
  const page = async (who: Person, query: string): Promise<Page> =>
    (await who.get(`/data-quality/findings?${query}`)).body as Page;
  const ids = async (who: Person, query: string): Promise<string[]> =>
    (await page(who, query)).items.map(({ subjectId }) => subjectId);
  const counts = async (who: Person, regionCode: string) =>
    (await who.get(`/data-quality/counts?regionCode=${regionCode}`)).body as {
      sum: { total: number; counts: Record<string, number> };
      parts: { code: string; total: number }[];
    };

  it('a finding goes to whoever may mend it and looks after the place, leads to its page, and is gone when mended', async () => {
    const id = await machine({ enterpriseId: site.enterpriseId, regionCode: VILLAGE });
    const query = 'kind=machine-serial-missing';
    expect((await page(regulator, query)).items).toContainEqual(
      expect.objectContaining({ subjectId: id, path: `/console/machines/${id}`, regionName: '测试村' }),
    );
    expect(await ids(grid, `${query}&mine=true`)).toEqual([id]);
    expect(await ids(other, `${query}&mine=true`)).toEqual([]);
    expect(await ids(site.manager, `${query}&mine=true`)).toContain(id);
    expect((await page(far, query)).items).toEqual([]);
    const tasks = (await grid.get('/tasks?mine=true').set('accept-language', 'zh-CN')).body as { items: { kind: string; title: string; path: string }[] }; // prettier-ignore
    const mend = tasks.items.filter(({ kind }) => kind === 'data-mend');
    expect(mend).toContainEqual(expect.objectContaining({ title: expect.stringMatching(/^设备没有出厂编号：ZX7-315/) as string, path: `/console/machines/${id}` })); // prettier-ignore
    await app.sql('update machines set serial_number = $2 where id = $1', [id, 'SN-2026-0001']);
    expect(await ids(grid, `${query}&mine=true`)).toEqual([]);
  });

  it('is accepted with a reason, and comes back when the facts change', async () => {
    const id = await machine({ enterpriseId: site.enterpriseId, regionCode: TOWN });
    const kind = 'machine-serial-missing';
    const accept = (who: Person, reason: string) => who.post('/data-quality/accept', { kind, subjectId: id, reason });
    expect((await accept(site.manager, '看不清')).status).toBe(403);
    expect((await accept(far, '看不清')).body).toMatchObject({ code: 'quality.finding-gone' });
    const technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
    const { id: uncertified } = await newWelder(app, site.admin, { certified: false });
    const foreign = { kind: 'welder-certificate-missing', subjectId: uncertified, reason: '看不清' };
    expect((await technician.post('/data-quality/accept', foreign)).body).toMatchObject({ code: 'quality.not-yours' });
    const inGrid = await machine({ enterpriseId: site.enterpriseId, regionCode: VILLAGE });
    const elsewhere = await other.post('/data-quality/accept', { kind, subjectId: inGrid, reason: '看不清' });
    expect(elsewhere.body).toMatchObject({ code: 'quality.finding-gone' });
    expect((await grid.post('/data-quality/accept', { kind, subjectId: inGrid, reason: '铭牌已磨平' })).status).toBe(
      204,
    );
    expect((await regulator.post('/data-quality/accept', foreign)).status).toBe(204);
    expect((await accept(grid, ' ')).status).toBe(422);
    expect((await accept(grid, '铭牌磨损，看不清')).status).toBe(204);
    expect((await accept(grid, '再说一次')).body).toMatchObject({ code: 'quality.finding-gone' });
    expect(await ids(regulator, `kind=${kind}&regionCode=${TOWN}`)).not.toContain(id);
    const accepted = await page(regulator, `kind=${kind}&accepted=true`);
    expect(accepted.items).toContainEqual(expect.objectContaining({ subjectId: id, reason: '铭牌磨损，看不清' }));
    const [entry] = await app.sql(
      `select after from audit_entries where action = 'quality.accepted' and entity_id = $1`,
      [id],
    );
    expect(entry).toMatchObject({ after: { kind, reason: '铭牌磨损，看不清' } });
    await app.sql(`update machines set model = 'ZX7-400' where id = $1`, [id]);
    expect(await ids(regulator, `kind=${kind}&regionCode=${TOWN}`)).toContain(id);
  });

  it('finds what is planted, and each number is as long as its list, page by page', async () => {
    const place = { enterpriseId: site.enterpriseId, regionCode: VILLAGE };
    const twins = [await machine({ ...place, serialNumber: 'AB-77001' }), await machine({ ...place, model: 'ZX7-500', serialNumber: 'AB77001' })]; // prettier-ignore
    const [outlets, ownerless, scrapped, idle] = [
      await machine({ ...place, serialNumber: 'AB-77002' }), await machine({ ...place, serialNumber: 'AB-77003' }),
      await machine({ ...place, serialNumber: 'AB-77004' }), await machine({ ...place, serialNumber: 'AB-77005' }),
    ]; // prettier-ignore
    const bind = (id: string, chip: string, days: number) =>
      app.sql(
        `with c as (insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($2, 'x', 'H2', 'test', now()) returning chip_no)
         insert into chip_bindings (id, chip_no, machine_id, bound_at) select $2, c.chip_no, $1, now() - make_interval(days => $3) from c`,
        [id, chip, days],
      );
    await app.sql('update machines set outlets = 9 where id = $1', [outlets]);
    await app.sql('update machines set enterprise_id = null where id = $1', [ownerless]);
    await bind(scrapped, 'TESTQ000000001', 1);
    await app.sql(`update machines set status = 'scrapped' where id = $1`, [scrapped]);
    await bind(idle, 'TESTQ000000002', 181);
    const [beside, astray] = [await machine({ ...place, serialNumber: 'AB-77006' }), await machine({ ...place, serialNumber: 'AB-77007' })]; // prettier-ignore
    await app.sql('update machines set lat = 34.12, lng = 113.82 where id = $1', [beside]);
    await app.sql('update machines set lat = 23.1, lng = 113.3 where id = $1', [astray]);
    const { id: bare } = await newWelder(app, site.admin, { certified: false });
    const found = async (kind: string): Promise<string[]> => (await ids(regulator, `kind=${kind}`)).sort();
    expect(await found('machine-twice')).toEqual([...twins].sort());
    expect(await found('machine-outlets-odd')).toEqual([outlets]);
    expect(await found('machine-owner-missing')).toEqual([ownerless]);
    expect(await found('machine-place-far')).toEqual([astray]);
    expect(await found('machine-scrapped-with-chip')).toEqual([scrapped]);
    expect(await found('machine-idle')).toEqual([idle]);
    expect(await found('welder-certificate-missing')).toEqual([bare]);
    const all: Finding[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: Page = await page(regulator, `limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      all.push(...next.items);
      cursor = next.nextCursor;
    }
    expect(new Set(all.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).size).toBe(all.length);
    const { sum, parts } = await counts(regulator, '411003');
    expect(sum.total).toBe(all.length);
    for (const [kind, n] of Object.entries(sum.counts))
      expect({ kind, n }).toEqual({ kind, n: all.filter((one) => one.kind === kind).length });
    expect(parts.reduce((n, { total }) => n + total, 0)).toBe(sum.total);
    expect((await counts(regulator, TOWN)).sum.total).toBe(parts.find(({ code }) => code === TOWN)?.total);
  });

  it('a target counts from the inventory, says how far behind it is, and leads to its list', async () => {
    const before = await app.sql<{ n: number }>(`select count(*)::int as n from machines where region_code >= $1 and region_code < $1 || ':' and status <> 'scrapped'`, [TOWN]); // prettier-ignore
    const there = before[0]!.n;
    const dueOn = new Date(Date.now() + 9 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const target = (body: Record<string, unknown>) =>
      regulator.post('/targets', { kind: 'machines-registered', regionCode: TOWN, goal: there + 100, dueOn, ...body });
    expect((await target({ goal: there })).body).toMatchObject({ code: 'target.reached-already' });
    expect((await target({ dueOn: '2020-01-01' })).body).toMatchObject({ code: 'target.due-over' });
    expect((await target({ dueOn: '2027-02-31' })).status).toBe(422);
    expect((await target({ regionCode: '411002' })).body).toMatchObject({ code: 'target.outside-region' });
    expect((await grid.post('/targets', {})).status).toBe(403);
    const made = await target({});
    expect(made).toMatchObject({ status: 201, body: { baseline: there, now: there, perDay: 10, state: 'on-time' } });
    expect((await target({})).body).toMatchObject({ code: 'target.open-already' });
    await machine({ enterpriseId: site.enterpriseId, regionCode: VILLAGE, serialNumber: 'AB-88001' });
    await app.sql(`update targets set start_on = start_on - 5, due_on = due_on - 5`);
    const [shown] = ((await grid.get('/targets?mine=true')).body as { items: Record<string, unknown>[] }).items;
    expect(shown).toMatchObject({ now: there + 1, expected: there + 50, behind: 49, state: 'behind' });
    const list = await regulator.get(String(shown!['path']).replace('/console', ''));
    expect((list.body as Page).items).toHaveLength(there + 1);
    expect((await far.post(`/targets/${String(shown!['id'])}/end`)).status).toBe(404);
    expect((await regulator.post(`/targets/${String(shown!['id'])}/end`)).status).toBe(204);
    expect((await grid.get('/targets?mine=true')).body).toEqual({ items: [] });
  });

  it('a target of a person counts what they collect', async () => {
    const dueOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const body = { kind: 'machines-registered', regionCode: TOWN, userId: grid.userId, goal: 20, dueOn };
    expect((await regulator.post('/targets', { ...body, userId: far.userId })).body).toMatchObject({
      code: 'target.person-unfit',
    });
    expect((await regulator.post('/targets', { ...body, userId: site.welder.userId })).body).toMatchObject({
      code: 'target.person-unfit',
    });
    expect((await regulator.post('/targets', { ...body, kind: 'chips-fitted' })).body).toMatchObject({
      code: 'target.not-of-a-person',
    });
    const made = await regulator.must('/targets', body);
    expect(made).toMatchObject({ baseline: 0, now: 0, goal: 20, userName: '测试grid-worker' });
    const mine = ((await other.get('/targets?mine=true')).body as { items: unknown[] }).items;
    expect(mine).toEqual([]);
    const path = String(made['path']).replace('/console', '');
    expect((await regulator.get(path)).body).toMatchObject({ items: [] });
  });

  it('a machine stands where somebody collected it: the boundary around the pin says whose it is', async () => {
    const [south, north] = [POINT.lat - 0.002, POINT.lat + 0.002];
    const [west, east] = [POINT.lng - 0.002, POINT.lng + 0.002];
    const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
    const outline = { type: 'Polygon', coordinates: [ring] };
    const { code } = (await regulator.must('/grids', { regionCode: VILLAGE, name: '二网格', outline })) as {
      code: string;
    };
    await regulator.must(`/grids/${code}/people`, { userId: other.userId, duty: 'leader' });
    const photo = await app.request.post('/api/v1/files').set('authorization', `Bearer ${grid.token}`).attach('file', await app.photo(), 'm.jpg'); // prettier-ignore
    const collect = (lat: number) =>
      grid.post('/collections', {
        ...{ kind: 'machine', collectedAt: new Date().toISOString(), regionCode: TOWN, lat, lng: POINT.lng, accuracyM: 9 },
        photoIds: [(photo.body as { id: string }).id],
        machine: { nameplate: 'none-legible', nameplateReason: '铭牌脱落', process: 'MMA', enterpriseId: site.enterpriseId },
      }).set('idempotency-key', `device-${lat}`); // prettier-ignore
    const entityOf = async (lat: number): Promise<string> =>
      ((await collect(lat)).body as { entityId: string }).entityId;
    const [inside, outside] = [await entityOf(POINT.lat), await entityOf(POINT.lat + 0.05)];
    expect((await grid.get(`/machines/${inside}`)).body).toMatchObject({ lat: POINT.lat, lng: POINT.lng });
    const missing = 'kind=machine-serial-missing&mine=true';
    expect([await ids(other, missing), await ids(grid, missing)].map((all) => all.includes(inside))).toEqual([
      true,
      false,
    ]);
    expect([await ids(other, missing), await ids(grid, missing)].map((all) => all.includes(outside))).toEqual([
      true,
      true,
    ]);
    const unphotographed = await ids(regulator, 'kind=machine-photo-missing');
    expect([inside, outside].filter((id) => unphotographed.includes(id))).toEqual([]); // a photo was taken, and why none is legible told
    const [placed] = await app.sql(
      `select after from audit_entries where action = 'machine.placed' and entity_id = $1`,
      [inside],
    );
    expect(placed).toMatchObject({ after: { lat: POINT.lat, lng: POINT.lng } });
  });
});
