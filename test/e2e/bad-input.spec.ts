import { allNo } from '../support/answers';
import { startApp, type TestApp } from '../support/app';
import { inventedChip, inventedIdNumber, inventedPhone } from '../support/people';
import { draftPermit, newSite, newUser, newWelder, signIn, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

/** Bad input gets a clear error and loses nothing: one row for each that the platform must meet. */
describe('bad input', () => {
  let app: TestApp;
  let site: Site;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
  }, 120_000);
  afterAll(() => app.close());

  const problem = (answer: {
    status: number;
    body: unknown;
  }): { status: number; code: string; detail: string; [key: string]: unknown } => {
    const body = answer.body as { code: string; detail: string };
    return { ...body, status: answer.status };
  };
  const welder = (overrides: object) => ({
    name: '测试焊工',
    idNumber: inventedIdNumber(900),
    phone: inventedPhone(900),
    regionCode: '411003',
    ...overrides,
  });

  it('an unknown code and a code of another kind', async () => {
    const unknown = problem(await site.welder.post('/jobs', { machineCode: '0000000000' }));
    expect(unknown).toMatchObject({ status: 403, code: 'job.refused' });
    expect((unknown['findings'] as { code: string }[]).map((f) => f.code)).toContain('machine.unregistered');
    expect(problem(await site.welder.post('/jobs', { machineCode: site.welderCode }))).toMatchObject({
      status: 422,
      code: 'code.wrong-kind',
    });
    expect((await site.welder.get('/codes/0000000000')).status).toBe(404);
  });

  it('an identity number with a wrong check digit', async () => {
    const good = inventedIdNumber(901);
    const wrong = good.slice(0, 17) + (good[17] === '1' ? '2' : '1');
    const answer = problem(await site.admin.post('/welders', welder({ idNumber: wrong })));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer)).toContain('id-number.checksum');
    expect(JSON.stringify(answer)).not.toContain(wrong);
  });

  it('certificate dates reversed, a number that is another person’s, one number and operation twice', async () => {
    const idNumber = inventedIdNumber(902);
    const { id } = await site.admin.must('/welders', welder({ idNumber, phone: inventedPhone(902) }));
    const certificate = (overrides: object) => ({
      number: `T${idNumber}`,
      kind: 'special-operation',
      operations: ['fusion'],
      issuer: '测试',
      issuedOn: '2024-01-10',
      validFrom: '2024-01-10',
      validTo: '2030-01-09',
      ...overrides,
    });
    const path = `/welders/${String(id)}/certificates`;
    const reversed = problem(
      await site.admin.post(path, certificate({ validFrom: '2030-01-09', validTo: '2024-01-10' })),
    );
    expect(reversed.status).toBe(422);
    expect(JSON.stringify(reversed)).toContain('certificate.dates-reversed');
    expect(problem(await site.admin.post(path, certificate({ number: `T${inventedIdNumber(903)}` })))).toMatchObject({ status: 422, code: 'certificate.number-mismatch' }); // prettier-ignore
    expect((await site.admin.post(path, certificate({}))).status).toBe(201);
    expect(problem(await site.admin.post(path, certificate({})))).toMatchObject({
      status: 409,
      code: 'certificate.exists',
    });
  });

  it('a chip already bound, and a chip list with broken lines', async () => {
    const machine = await site.admin.must('/machines', {
      model: 'X',
      process: 'MMA',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
    });
    const bound = problem(await site.admin.post(`/machines/${String(machine['id'])}/chip`, { chipNo: site.chipNo }));
    expect(bound).toMatchObject({ status: 409, code: 'chip.already-bound' });
    const good = inventedChip(5001);
    const csv = [
      'chipNo,secretHex,model,batch',
      `${good.chipNo},${good.secretHex},H2,b`,
      'short,00,H2,b',
      `${inventedChip(5002).chipNo},zz,H2,b`,
      '',
    ].join('\n');
    const answer = await app.request
      .post('/api/v1/chips/import')
      .set('authorization', `Bearer ${site.admin.token}`)
      .set('content-type', 'text/csv')
      .send(csv);
    const body = answer.body as { accepted: number; rejected: { line: number; code: string }[] };
    expect(body.accepted).toBe(1);
    expect(body.rejected.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('a permit longer than its longest validity, an approval by the applicant, a command out of turn', async () => {
    const from = Date.now();
    const long = problem(
      await site.manager.post('/permits', {
        ...permitBody(site),
        plannedStart: new Date(from).toISOString(),
        plannedEnd: new Date(from + 8 * 3_600_000 + 1).toISOString(),
      }),
    );
    expect(long.status).toBe(422);
    expect(JSON.stringify(long)).toContain('permit.too-long');

    await newUser(app, site.admin, ['safety-officer'], { enterpriseId: site.enterpriseId }); // somebody else can sign
    const own = await site.safety.must('/permits', permitBody(site));
    await site.safety.must(`/permits/${String(own['id'])}/commands/submit`);
    expect(problem(await site.safety.command(String(own['id']), 'approve'))).toMatchObject({ status: 403 });

    const draft = await draftPermit(site);
    const early = problem(await site.watcher.command(String(draft['id']), 'start'));
    expect(early).toMatchObject({ status: 409, code: 'permit.command-not-open' });
    expect(Array.isArray(early['commands'])).toBe(true);
  });

  it('a stale If-Match', async () => {
    const stale = await app.request
      .patch(`/api/v1/machines/${site.machineId}`)
      .set('authorization', `Bearer ${site.admin.token}`)
      .set('if-match', '"999"')
      .send({ model: 'ZX7-500' });
    expect(problem(stale)).toMatchObject({ status: 412, code: 'version.stale' });
  });

  it('a wrong password ten times delays, the right one afterwards still opens', async () => {
    const victim = await newWelder(app, site.admin);
    const { user } = (await victim.person.get('/me')).body as { user: { username: string } };
    const tries = [];
    for (let n = 0; n < 10; n += 1)
      tries.push(await app.request.post('/api/v1/auth/login').send({ username: user.username, password: 'wrong' }));
    expect(tries[0]?.status).toBe(401);
    expect(problem(tries[9] ?? { status: 0, body: {} })).toMatchObject({ status: 429, code: 'login.delayed' });
    await app.elapse(3_600_000);
    expect((await signIn(app, user.username)).token.length).toBeGreaterThan(20);
  });

  describe('over MQTT', () => {
    it('non-JSON is kept in quarantine, and the chip stays connected', async () => {
      const chip = await TestChip.connect(app.mqttPort, site);
      await chip.publish('events', 'not json \u0000');
      await chip.ackOf(await chip.event('power-on'));
      const [row] = await app.sql<{ reason: string }>(`select reason from quarantine where chip_no = $1`, [
        site.chipNo,
      ]);
      expect(row?.reason).toBeTruthy();
      await chip.close();
    });

    it('256 KB and another chip’s topic end the connection', async () => {
      const closed = async (act: (chip: TestChip) => unknown): Promise<boolean> => {
        const chip = await TestChip.connect(app.mqttPort, site);
        const gone = new Promise<boolean>((resolve) => chip.client.once('close', () => resolve(true)));
        void Promise.resolve(act(chip)).catch(() => undefined);
        return Promise.race([gone, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000))]);
      };
      expect(await closed((chip) => chip.publish('events', Buffer.alloc(256 * 1024, 120)))).toBe(true);
      expect(
        await closed((chip) => chip.client.publishAsync('hanan/v1/chips/OTHER000000001/up/events', '{}', { qos: 1 })),
      ).toBe(true);
    });

    it('a wrong password is refused', async () => {
      await expect(
        TestChip.connect(app.mqttPort, { chipNo: site.chipNo, secretHex: '00'.repeat(32) }),
      ).rejects.toThrow();
    });
  });
});

const permitBody = (site: Site) => ({
  regime: 'general',
  enterpriseId: site.enterpriseId,
  place: { name: '测试车间', lat: 34.12, lng: 113.82, radiusM: 100 },
  content: '焊接支架',
  method: '焊条电弧焊',
  plannedStart: new Date().toISOString(),
  plannedEnd: new Date(Date.now() + 3_600_000).toISOString(),
  welderIds: [site.welderId],
  machineIds: [site.machineId],
  fireWatchId: site.watcher.userId,
  answers: allNo('general'),
});
