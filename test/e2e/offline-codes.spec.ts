import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A chip that works by a code hears no stop, so a code is for chips that are not heard, and for cellars. */
describe('C21 a one-time code is for a chip that is not heard, or for a place without signal', () => {
  let app: TestApp;
  let site: Site;
  let permitId: string;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
  }, 120_000);
  afterAll(() => app?.close());

  const heard = (ago: number): Promise<unknown> =>
    app.sql(
      `insert into chip_states (chip_no, boot, last_seen_at, relay) values ($1, 1, $2, 'open')
       on conflict (chip_no) do update set last_seen_at = excluded.last_seen_at`,
      [site.chipNo, new Date(Date.now() - ago)],
    );
  const ask = async (more: object = {}) =>
    (await site.welder.post('/jobs/offline-code', {
      machineCode: site.machineCode,
      ...POINT,
      accuracyM: 8,
      permitId,
      ...more,
    })) as { status: number; body: { code: string; validUntil: string } };
  const state = (by: Person, more: object = {}, id = permitId) =>
    by.post(`/permits/${id}/without-signal`, { withoutSignal: true, ...more });
  const here = { proof: { ...POINT, accuracyM: 8 } };
  const elsewhere = { proof: { lat: POINT.lat + 0.01, lng: POINT.lng, accuracyM: 8 } };

  it('for a chip that is heard it is refused, and says what to do', async () => {
    await heard(1_000);
    const answer = await ask();
    expect(answer).toMatchObject({ status: 409, body: { code: 'offline.chip-heard' } });
    expect(JSON.stringify(answer.body)).toContain('现场无信号');
  });

  it('for a silent chip it is given, for no longer than the watcher’s next tap has patience', async () => {
    await heard(4 * MINUTE);
    const answer = await ask();
    expect(answer.status).toBe(201);
    const hours = Number(answer.body.code[0]);
    expect(hours).toBe(1);
    const patience = Date.now() + 70 * MINUTE;
    expect(Date.parse(answer.body.validUntil) + hours * HOUR).toBeLessThanOrEqual(patience);
    await heard(1_000);
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'offline.chip-heard' } });
  });

  it.each<[string, () => Person, object, number, string]>([
    ['the welder who wants it', () => site.welder, here, 403, 'permit.signal-not-yours'],
    ['the manager', () => site.manager, here, 403, 'permit.signal-not-yours'],
    ['the watcher from a desk', () => site.watcher, {}, 409, 'permit.place-unproven'],
    ['the watcher a kilometre away', () => site.watcher, elsewhere, 409, 'permit.place-unproven'],
    ['the safety officer a kilometre away', () => site.safety, elsewhere, 409, 'permit.place-unproven'],
  ])('%s says nothing about the signal', async (_, who, proof, status, code) => {
    expect(await state(who(), proof)).toMatchObject({ status, body: { code } });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'offline.chip-heard' } });
  });

  it('a welder named on the permit is no witness, whatever else they are', async () => {
    const become = (roles: string, enterpriseId: string | null): Promise<unknown> =>
      app.sql('update users set roles = $2, enterprise_id = $3 where id = $1', [
        site.welder.userId,
        roles,
        enterpriseId,
      ]);
    await become('{welder,safety-officer}', site.enterpriseId);
    const answer = await state(site.welder, here);
    await become('{welder}', null);
    expect(answer).toMatchObject({ status: 403, body: { code: 'permit.signal-not-yours' } });
  });

  it.each<[string, () => Promise<Person>, object]>([
    ['the watcher on the spot', () => Promise.resolve(site.watcher), here],
    ['a safety officer of the enterprise on the spot', () => Promise.resolve(site.safety), here],
    ['a grid worker', () => newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' }), {}],
    ['a regulator', () => newUser(app, site.admin, ['regulator'], { regionCode: '4110' }), {}],
  ])('%s says so: it is given ahead, at most two hours; and no longer when it is taken back', async (_, who, proof) => {
    const witness = await who();
    expect(await state(witness, proof)).toMatchObject({ status: 200, body: { withoutSignal: true, mayState: true } });
    expect((await site.watcher.get(`/permits/${permitId}/without-signal`)).body).toMatchObject({ withoutSignal: true });
    const answer = await ask();
    expect(answer.status).toBe(201);
    expect(Date.parse(answer.body.validUntil)).toBeLessThanOrEqual(Date.now() + 2 * HOUR);
    expect(await state(witness, { ...proof, withoutSignal: false })).toMatchObject({ status: 200 });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'offline.chip-heard' } });
  });

  it('what was said is on record', async () => {
    const trail = await app.sql<{ after: unknown }>(
      `select after from audit_entries where action = 'permit.signal-stated' and entity_id = $1`,
      [permitId],
    );
    expect(trail.length).toBeGreaterThanOrEqual(8);
  });

  it('a stranger sees no permit to speak of', async () => {
    const stranger = await newUser(app, site.admin, ['regulator'], { regionCode: '4101' });
    expect((await state(stranger)).status).toBe(404);
  });

  it('in a fixed area whoever approves it says so, or the safety officer who hangs the board', async () => {
    const { id } = await site.admin.must('/designated-areas', {
      name: '地下室固定作业点',
      enterpriseId: site.enterpriseId,
      lat: POINT.lat + 0.05,
      lng: POINT.lng,
      radiusM: 50,
    });
    const inArea = { permitId: undefined, lat: POINT.lat + 0.05 };
    expect(await ask(inArea)).toMatchObject({ status: 409, body: { code: 'offline.chip-heard' } });
    const bound = await site.safety.post(`/designated-areas/${String(id)}/signboard`, {
      proof: { lat: POINT.lat + 0.05, lng: POINT.lng, accuracyM: 8, signboardCode: 'CELLAR-BOARD-1' },
      withoutSignal: true,
    });
    expect(bound).toMatchObject({ status: 200, body: { withoutSignal: true } });
    expect((await ask(inArea)).status).toBe(201);
  });
});
