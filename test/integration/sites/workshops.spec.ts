import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../../support/site';

interface Workshop {
  readonly id: string;
  readonly state: string;
  readonly mayConfirm: boolean;
  readonly validTo: string | null;
}

let app: TestApp;
let site: Site;
let welder: Awaited<ReturnType<typeof newWelder>>;
let grid: Person;
let regulator: Person;
let machineCode: string;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  welder = await newWelder(app, site.admin);
  grid = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' });
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  const machine = await site.admin.must('/machines', {
    model: 'ZX7-200',
    process: 'GAS',
    ownerWelderId: welder.id,
    regionCode: '411003',
    serialNumber: 'WORKSHOP-1',
    control: 'code-only',
    inspectionDueOn: '2030-01-01',
  });
  machineCode = String(machine['code']);
}, 120_000);
afterAll(() => app?.close());

const HERE = { lat: POINT.lat + 0.05, lng: POINT.lng };
const THERE = { ...HERE, accuracyM: 8 };
const ask = (change: object = {}, by = welder.person) =>
  by.post('/designated-areas/workshops', { name: '自家作业点', ...HERE, radiusM: 50, ...change });
const waiting = async (by: Person): Promise<Workshop[]> =>
  ((await by.get('/designated-areas/workshops?state=asked')).body as { items: Workshop[] }).items;
const photoOf = async (by: Person): Promise<string> => {
  const { body } = await app.request
    .post('/api/v1/files')
    .set({ authorization: `Bearer ${by.token}` })
    .attach('file', await app.photo(), 'site.jpg')
    .expect(201);
  return (body as { id: string }).id;
};
const dryRun = async (): Promise<{ allowed: boolean; findings: { code: string }[] }> =>
  (await welder.person.post('/authorizations', { machineCode, ...HERE, accuracyM: 8 })).body as never;

describe('a self-employed welder’s own workshop is a fixed work point, yearly, by grid worker and county', () => {
  let id: string;

  it('a welder asks for it; nobody else does, and not twice', async () => {
    const { body } = await ask().expect(201);
    id = (body as Workshop).id;
    expect(body).toMatchObject({ state: 'asked', ownerWelderId: welder.id, validTo: null, mayConfirm: false });
    await ask().expect(409);
    await ask({}, site.welder).expect(403);
    await ask({}, site.manager).expect(403);
    await ask({}, grid).expect(403);
  });

  it('before both have confirmed work there needs a permit', async () => {
    expect((await dryRun()).findings.map(({ code }) => code)).toContain('permit.missing');
  });

  it('one of the two is not enough, and another county decides nothing', async () => {
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    await elsewhere.post(`/designated-areas/workshops/${id}/confirm`).expect(404);
    await welder.person.post(`/designated-areas/workshops/${id}/confirm`).expect(403);
    expect(await waiting(grid)).toMatchObject([{ id, mayConfirm: true }]);
    for (const [from, code] of [
      [{}, 'workshop.position-missing'],
      [{ ...THERE, accuracyM: 5_000 }, 'workshop.position-missing'],
      [{ ...THERE, lat: HERE.lat + 0.01 }, 'workshop.not-seen'],
    ] as const)
      expect((await grid.post(`/designated-areas/workshops/${id}/confirm`, from).expect(409)).body).toMatchObject({
        code,
      });
    const { body } = await grid.post(`/designated-areas/workshops/${id}/confirm`, THERE).expect(200);
    expect(body).toMatchObject({ state: 'asked', gridConfirmedAt: expect.any(String), mayConfirm: false });
    await grid.post(`/designated-areas/workshops/${id}/confirm`, THERE).expect(409);
    expect((await dryRun()).findings.map(({ code }) => code)).toContain('permit.missing');
  });

  it('with the county’s confirmation the welder starts there without a permit, for a year', async () => {
    const { body } = await regulator.post(`/designated-areas/workshops/${id}/confirm`).expect(200);
    const { state, validTo } = body as Workshop;
    expect(state).toBe('confirmed');
    const days = (Date.parse(validTo ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364);
    expect(days).toBeLessThanOrEqual(365);
    const own = (await welder.person.get('/designated-areas/workshops')).body as { items: Workshop[] };
    expect(own.items).toMatchObject([{ id, state: 'confirmed', validTo }]);
    expect(await dryRun()).toMatchObject({ allowed: true });
    const elsewhere = await welder.person.post('/authorizations', { machineCode, ...POINT, accuracyM: 8 });
    expect(elsewhere.body).toMatchObject({ allowed: false });
    await regulator.post(`/designated-areas/workshops/${id}/refuse`, { reason: '晚了' }).expect(409);
  });

  it('the machine’s page offers it, to its welder alone', async () => {
    const { body } = await welder.person.get(`/codes/${machineCode}`).expect(200);
    const { mine } = body as { mine: { permits: unknown[]; workshops: unknown[] } };
    expect(mine).toMatchObject({ permits: [], workshops: [{ name: '自家作业点', ...HERE, radiusM: 50 }] });
    const other = await site.welder.get(`/codes/${machineCode}`).expect(200);
    expect(other.body).toMatchObject({ mine: { workshops: [] } });
  });

  it('a job begins there without a permit', async () => {
    const photoId = await photoOf(welder.person);
    const { body } = await welder.person.post('/jobs', { machineCode, ...HERE, accuracyM: 8, photoId }).expect(201);
    expect(body).toMatchObject({ permitId: null });
  });

  it('nobody without a certificate works in a workshop of theirs', async () => {
    const other = await newWelder(app, site.admin, { certified: false });
    const { body } = await ask({}, other.person).expect(201);
    for (const one of [regulator, grid])
      await one.post(`/designated-areas/workshops/${(body as Workshop).id}/confirm`, THERE).expect(200);
    const answer = await other.person.post('/authorizations', { machineCode, ...HERE, accuracyM: 8 });
    expect(answer.body).toMatchObject({ allowed: false });
    const codes = (answer.body as { findings: { code: string }[] }).findings.map(({ code }) => code);
    expect(codes).toContain('certificate.missing');
    expect(codes).not.toContain('permit.missing');
  });

  it('kinds of a site that an official confirmed in the meantime hold in the workshop', async () => {
    const place = { lat: POINT.lat + 0.2, lng: POINT.lng };
    const other = await newWelder(app, site.admin);
    const { body } = await ask(place, other.person).expect(201);
    const { id: siteId } = await site.admin.must('/sites', {
      name: '测试夜市',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      trade: 'commerce',
      kinds: ['small-venue'],
      ...place,
      radiusM: 200,
    });
    await regulator.must(`/sites/${String(siteId)}/confirm`);
    for (const one of [grid, regulator])
      await one
        .post(`/designated-areas/workshops/${(body as Workshop).id}/confirm`, { ...place, accuracyM: 8 })
        .expect(200);
    const areas = (await regulator.get('/designated-areas')).body as { items: { ownerWelderId: string | null }[] };
    expect(areas.items.find(({ ownerWelderId }) => ownerWelderId === other.id)).toMatchObject({
      placeKinds: ['small-venue'],
    });
  });

  it.each([
    ['a confined space', { kinds: ['confined-space'] }, 'workshop.kind-forbidden'],
    ['sandwich panel', { kinds: ['sandwich-panel'] }, 'workshop.kind-forbidden'],
    ['a kind nobody knows', { kinds: ['moon'] }, 'workshop.kind-unknown'],
  ])('never at %s', async (_, change, code) => {
    const other = await newWelder(app, site.admin);
    const { body } = await ask(change, other.person);
    expect(body).toMatchObject({ code });
  });

  it('never at a chemical or building site that an official confirmed', async () => {
    for (const [trade, north] of [['chemical', 0.1], ['construction', 0.15]] as const) {
      const place = { lat: POINT.lat + north, lng: POINT.lng };
      const { id: siteId } = await site.admin.must('/sites', {
        name: '测试场所',
        enterpriseId: site.enterpriseId,
        regionCode: '411003',
        trade,
        kinds: [],
        ...place,
        radiusM: 200,
      });
      await regulator.must(`/sites/${String(siteId)}/confirm`);
      const other = await newWelder(app, site.admin);
      const { body } = await ask(place, other.person);
      expect(body).toMatchObject({ code: 'workshop.not-here', regime: trade });
    }
  }); // prettier-ignore

  it('a chemical site that is confirmed later ends it: nothing new begins, what runs ends with warnings', async () => {
    const place = { lat: POINT.lat + 0.3, lng: POINT.lng, accuracyM: 8 };
    const other = await newWelder(app, site.admin);
    const machine = await site.admin.must('/machines', {
      model: 'ZX7-200',
      process: 'GAS',
      ownerWelderId: other.id,
      regionCode: '411003',
      serialNumber: 'WORKSHOP-9',
      control: 'code-only',
      inspectionDueOn: '2030-01-01',
    });
    const code = String(machine['code']);
    const { lat, lng } = place;
    const { body } = await ask({ lat, lng }, other.person).expect(201);
    for (const one of [grid, regulator])
      await one.post(`/designated-areas/workshops/${(body as Workshop).id}/confirm`, place).expect(200);
    const photoId = await photoOf(other.person);
    const job = await other.person.must('/jobs', { machineCode: code, ...place, photoId });
    const until = async (): Promise<number> =>
      (Date.parse(String((await other.person.get(`/jobs/${String(job['id'])}`)).body.workUntil)) - Date.now()) / 60_000;
    expect(await until()).toBeGreaterThan(31);

    const { id: siteId } = await site.admin.must('/sites', {
      name: '新建罐区',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      trade: 'chemical',
      kinds: [],
      lat,
      lng,
      radiusM: 200,
    });
    await regulator.must(`/sites/${String(siteId)}/confirm`);
    expect(await until()).toBeLessThanOrEqual(30);
    expect(await until()).toBeGreaterThan(29);
    const { body: running } = await other.person.get(`/jobs/${String(job['id'])}`);
    expect(running).toMatchObject({ state: 'running', warnings: [{ code: 'permit-expired' }] });
    const anew = await other.person.post('/authorizations', { machineCode: code, ...place });
    expect((anew.body as { findings: { code: string }[] }).findings.map((one) => one.code)).toContain('permit.missing');
    const { body: page } = await other.person.get(`/codes/${code}`);
    expect(page).toMatchObject({ mine: { workshops: [] } });
    expect(app.lastTextTo(other.phone)).toMatch(/^【焊安】您的固定作业点从现在起停用.*这里须办理/);
    const own = async (language: string) =>
      ((await other.person.get('/designated-areas/workshops').set('accept-language', language)).body as { items: unknown[] }).items; // prettier-ignore
    expect(await own('zh-CN')).toMatchObject([
      { state: 'confirmed', endedAt: expect.any(String), endedBecause: expect.stringContaining('不能设固定作业点') },
    ]);
    expect(await own('en')).toMatchObject([{ endedBecause: expect.stringContaining('No fixed work point') }]);
  });

  it('a refusal has its reason, and the welder may ask anew', async () => {
    const other = await newWelder(app, site.admin);
    const { body } = await ask({}, other.person).expect(201);
    const path = `/designated-areas/workshops/${(body as Workshop).id}`;
    await grid.post(`${path}/refuse`, {}).expect(422);
    await grid.post(`${path}/refuse`, { reason: '室内堆满可燃物' }).expect(200);
    const { body: own } = await other.person.get('/designated-areas/workshops');
    expect(own).toMatchObject({ items: [{ state: 'refused', refusedBecause: '室内堆满可燃物' }] });
    await ask({}, other.person).expect(201);
  });
});
