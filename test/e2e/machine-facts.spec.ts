import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** What a machine is decides by which rules it works: the owner's word alone opens no way around them. */
describe('C20 what a machine is, its owner alone does not say', () => {
  let app: TestApp;
  let site: Site;
  let grid: Person;
  let technician: Person;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    grid = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' });
    technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  const patch = async (by: Person, id: string, body: object): Promise<Answer> =>
    app.request.patch(`/api/v1/machines/${id}`).set('authorization', `Bearer ${by.token}`).send(body);
  const photoOf = async (by: Person): Promise<string> => {
    const sent = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${by.token}`)
      .attach('file', await app.photo(), 'plate.jpg');
    return String((sent.body as { id: string }).id);
  };
  const register = (by: Person, more: object = {}): Promise<Record<string, unknown>> =>
    by.must('/machines', {
      model: 'ZX7-400',
      process: 'MMA',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      ...more,
    });
  const shown = async (id: string): Promise<Record<string, unknown>> =>
    (await site.admin.get(`/machines/${id}`)).body as Record<string, unknown>;

  it.each([
    ['process', { process: 'GAS', control: 'code-only' }],
    ['control', { control: 'code-only' }],
    ['outlets', { outlets: 4 }],
    ['ratedCurrentA', { ratedCurrentA: 800 }],
    ['automatic', { automatic: true }],
  ])('the enterprise changes no %s, with a photo or without', async (field, fields) => {
    const { id } = await register(site.admin);
    for (const more of [{}, { photoId: await photoOf(site.manager), reason: '铭牌' }]) {
      const answer = await patch(site.manager, String(id), { ...fields, ...more });
      expect(answer).toMatchObject({ status: 403, body: { code: 'machine.facts-not-yours' } });
      expect((answer.body['errors'] as { path: string }[]).map(({ path }) => path)).toContain(field);
    }
    expect(await shown(String(id))).toMatchObject({ process: 'MMA', control: 'cut', outlets: 1, automatic: false });
  });

  it('what it may change goes through, also beside facts that stay as they are', async () => {
    const { id } = await register(site.admin, { outlets: 2 });
    const answer = await patch(site.manager, String(id), { outlets: 2, inspectionDueOn: '2031-01-01' });
    expect(answer).toMatchObject({ status: 200, body: { inspectionDueOn: '2031-01-01' } });
  });

  it.each<[string, () => Person]>([
    ['a technician', () => technician],
    ['a grid worker', () => grid],
    ['an administrator', () => site.admin],
  ])('%s changes them with a photo of their own and a reason', async (_, who) => {
    const { id } = await register(site.manager);
    const change = { ratedCurrentA: 500, outlets: 2 };
    expect(await patch(who(), String(id), change)).toMatchObject({
      status: 422,
      body: { code: 'machine.facts-photo-missing', errors: [{ path: 'photoId' }] },
    });
    const photoId = await photoOf(who());
    expect(await patch(who(), String(id), { ...change, photoId })).toMatchObject({
      status: 422,
      body: { code: 'machine.facts-reason-missing', errors: [{ path: 'reason' }] },
    });
    const another = { ...change, photoId: await photoOf(site.manager), reason: '现场核对铭牌' };
    expect(await patch(who(), String(id), another)).toMatchObject({
      status: 422,
      body: { code: 'machine.photo-unknown' },
    });
    expect(await patch(who(), String(id), { ...another, photoId })).toMatchObject({
      status: 200,
      body: { ratedCurrentA: 500, outlets: 2, factsConfirmed: true },
    });
    const [entry] = await app.sql<{ after: object }>(
      `select after from audit_entries where entity_id = $1 and action = 'machine.changed'`,
      [id],
    );
    expect(entry?.after).toMatchObject({ photoId, reason: '现场核对铭牌', ratedCurrentA: 500 });
  });

  it('who belongs to the enterprise vouches for none of its machines, whatever else they are', async () => {
    const own = await newUser(app, site.admin, ['technician', 'enterprise-manager'], {
      regionCode: '411003',
      enterpriseId: site.enterpriseId,
    });
    const made = await register(own, { process: 'GAS' });
    expect(made['factsConfirmed']).toBe(false);
    const sent = { outlets: 3, photoId: await photoOf(own), reason: '自查' };
    expect(await patch(own, String(made['id']), sent)).toMatchObject({
      status: 403,
      body: { code: 'machine.facts-not-yours' },
    });
  });

  it('a process changed on site brings its control, and none that its chip forbids', async () => {
    const { id } = await register(site.manager, { process: 'GAS' });
    const seen = { photoId: await photoOf(technician), reason: '实为电焊机' };
    expect(await patch(technician, String(id), { process: 'MMA', ...seen })).toMatchObject({
      status: 200,
      body: { process: 'MMA', control: 'cut', factsConfirmed: true },
    });
    expect(await patch(technician, site.machineId, { process: 'GAS', ...seen })).toMatchObject({
      status: 409,
      body: { code: 'machine.chip-still-bound' },
    });
  });

  it('what the enterprise registers is its word until a chip is fitted', async () => {
    const mine = await register(site.manager);
    expect(mine['factsConfirmed']).toBe(false);
    expect((await register(grid))['factsConfirmed']).toBe(true);
    const listed = await site.admin.get(`/machines?factsConfirmed=false&enterpriseId=${site.enterpriseId}&limit=100`);
    const ids = (listed.body as { items: { id: string }[] }).items.map((one) => one.id);
    expect(ids).toContain(mine['id']);
    expect(ids).not.toContain(site.machineId);
    expect(await shown(site.machineId)).toMatchObject({ factsConfirmed: true });
  });

  describe('an electric set called a gas set', () => {
    let welder: Person;
    let machine: Record<string, unknown>;
    beforeAll(async () => {
      welder = (await newWelder(app, site.admin, { enterpriseId: site.enterpriseId })).person;
      machine = await register(site.manager, { process: 'GAS', automatic: true, inspectionDueOn: '2030-01-01' });
      await site.admin.must('/designated-areas', {
        name: '固定作业点',
        enterpriseId: site.enterpriseId,
        ...POINT,
        radiusM: 100,
        validFrom: new Date(Date.now() - 3_600_000).toISOString(),
      });
    });
    const findings = async (more: object = {}): Promise<string[]> => {
      const body = { machineCode: machine['code'], ...POINT, accuracyM: 8, ...more };
      const answer = (await welder.post('/authorizations', body)).body as {
        findings: { code: string; severity: string }[];
      };
      return answer.findings.map(({ code, severity }) => `${code} ${severity}`);
    };

    it('starts only when the set is shown in a photo, and every decision says that nobody checked it', async () => {
      expect(await findings()).toContain('machine.facts-unconfirmed block');
      const photoId = await photoOf(welder);
      expect(await findings({ photoId })).toContain('machine.facts-unconfirmed warn');
    });

    it('is so far no machine that works by itself', async () => {
      const photoId = await photoOf(welder);
      const job = await welder.must('/jobs', { machineCode: machine['code'], ...POINT, accuracyM: 8, photoId });
      const other = await register(site.manager, { process: 'GAS', automatic: true });
      const second = await welder.post('/jobs', { machineCode: other['code'], ...POINT, accuracyM: 8, photoId });
      expect(JSON.stringify(second.body)).toContain('welder.busy');
      await welder.must(`/jobs/${String(job['id'])}/finish`);
    });

    it('shows itself to the inspector who scans it, and stops saying so once it was seen', async () => {
      const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
      const page = async (): Promise<unknown> => (await inspector.get(`/codes/${String(machine['code'])}`)).body;
      expect(await page()).toMatchObject({
        tone: 'amber',
        sentence: '单位登记为不装芯片的设备，还没有人到现场核对。',
        machine: { factsConfirmed: false },
      });
      const seen = { photoId: await photoOf(grid), reason: '现场核对，确为气割设备' };
      expect(await patch(grid, String(machine['id']), seen)).toMatchObject({ status: 200 });
      expect(await page()).toMatchObject({ tone: 'green', machine: { factsConfirmed: true } });
      expect(await findings()).not.toContain('machine.facts-unconfirmed block');
    });

    it('and one called code-only needs its chip all the same, where chips are asked for', async () => {
      const bare = await register(site.manager, { control: 'code-only' });
      const body = { machineCode: bare['code'], ...POINT, accuracyM: 8, photoId: await photoOf(welder) };
      const answer = (await welder.post('/authorizations', body)).body as { findings: { code: string }[] };
      expect(answer.findings.map(({ code }) => code)).toContain('machine.no-chip');
    });
  });
});
