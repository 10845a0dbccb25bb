import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, type Person, type Site } from '../../support/site';

let app: TestApp;
let site: Site;
let inspector: Person;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

const anyone = (path: string) => app.request.get(`/api/v1${path}`);
const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;

describe('a scanned code over HTTP', () => {
  it('opens without an account, in the language asked for', async () => {
    const zh = await anyone(`/codes/${site.machineCode}`).expect(200);
    expect(zh.body).toMatchObject({ kind: 'machine', mine: null, official: null });
    const en = await anyone(`/codes/${site.machineCode}`).set('accept-language', 'en').expect(200);
    expect((en.body as { sentence: string }).sentence).toMatch(/^[ -~]+$/);
  });

  it('shows more to those who are signed in', async () => {
    expect((await inspector.get(`/codes/${site.welderCode}`)).body).toMatchObject({
      official: { regionCode: '411003' },
      title: expect.stringContaining('测试焊工'),
    });
    expect((await site.welder.get(`/codes/${site.machineCode}`)).body).toMatchObject({
      mine: { certificates: [{ status: 'valid' }], currentJob: null },
      official: null,
    });
  });

  it('a vendor’s address is a code too', async () => {
    const content = 'https://vendor.example.cn/device?no=17';
    await site.admin.must('/external-codes', { content, system: 'vendor', kind: 'machine', entityId: site.machineId });
    const page = await anyone(`/codes/${encodeURIComponent(content)}`).expect(200);
    expect(page.body).toMatchObject({ kind: 'machine', machine: { id: site.machineId } });
  });

  it('one that nobody knows is a problem with words', async () => {
    const answer = await anyone('/codes/0000000000').expect(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(codeOf(answer)).toBe('code.unknown');
  });
});

describe('who may look', () => {
  it.each([
    ['/search?q=x', 403, () => site.welder],
    ['/search?q=x', 403, () => site.manager],
    ['/search?q=x', 200, () => inspector],
    ['/search?q=', 422, () => inspector],
    ['/statistics/overview', 403, () => site.welder],
    ['/statistics/overview', 200, () => site.manager],
    ['/statistics/overview?regionCode=4109', 403, () => inspector],
    ['/statistics/overview?regionCode=x', 422, () => inspector],
    ['/statistics/live', 200, () => inspector],
    ['/violations', 403, () => site.watcher],
    ['/violations?state=gone', 422, () => inspector],
    ['/violations/NONE', 404, () => inspector],
  ])('%s → %i', async (path, status, person) => expect((await person().get(path)).status).toBe(status));

  it('a welder sees the cases that were given to them, and no others', async () => {
    await inspector
      .post('/violations', { kind: 'uncertified', machineCode: site.machineCode })
      .then(({ status }) => expect(status).toBe(201));
    const listed = await site.welder.get('/violations');
    expect([listed.status, (listed.body as { items: unknown[] }).items]).toEqual([200, []]);
  });

  it('nobody without an account', async () => {
    for (const path of ['/search?q=x', '/statistics/overview', '/statistics/live', '/violations'])
      expect((await anyone(path)).status).toBe(401);
  });
});

describe('a violation over HTTP', () => {
  it('is recorded by an official, not by those it is about', async () => {
    const record = { kind: 'uncertified', machineCode: site.machineCode, foundAt: '2026-01-01T00:00:00Z' };
    expect((await site.safety.post('/violations', record)).status).toBe(403);
    const recorded = await inspector.post('/violations', record);
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({
      machineId: site.machineId,
      enterpriseId: site.enterpriseId,
      state: 'open',
      severity: 3,
    });
  });

  it.each([
    ['an unknown kind', { kind: 'rain' }, 'kind'],
    ['a place off the globe', { kind: 'other', lat: 91, lng: 0 }, 'lat'],
    ['a time that is none', { kind: 'other', foundAt: 'yesterday' }, 'foundAt'],
    ['ten photos', { kind: 'other', photoIds: Array.from({ length: 10 }, (_, n) => `F${n}`) }, 'photoIds'],
    ['a field nobody knows', { kind: 'other', colour: 'red' }, 'colour'],
  ])('refuses %s', async (_, body, path) => {
    const answer = await inspector.post('/violations', body);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'request.invalid']);
    expect((answer.body as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(path);
  });

  it('a form goes back with the ETag it was read with', async () => {
    const { id } = (await inspector.must('/violations', { kind: 'other', machineId: site.machineId })) as {
      id: string;
    };
    const read = await inspector.get(`/violations/${id}`);
    expect(read.headers['etag']).toBe('"1"');
    const assign = (version: string) =>
      inspector.post(`/violations/${id}/commands/assign`, {}).set('if-match', version);
    expect((await assign('"1"')).status).toBe(200);
    expect((await assign('"1"')).status).toBe(412);
    expect((await site.safety.post(`/violations/${id}/commands/rectify`, { note: '已整改' })).body).toMatchObject({
      state: 'rectifying',
      commands: ['rectify'],
    });
    const tooEarly = await inspector.post(`/violations/${id}/commands/close`);
    expect([tooEarly.status, codeOf(tooEarly)]).toEqual([409, 'violation.command-not-open']);
    expect((tooEarly.body as { commands: string[] }).commands).toEqual(['reassign', 'rectify', 'review', 'withdraw']);
  });
});
