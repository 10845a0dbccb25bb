import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTrue, readPaper } from '../../src/modules/exchange/plants/read-paper';
import { ForgetExchanged } from '../../src/modules/exchange/take/forget-exchanged';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { allNo } from '../support/answers';
import { startApp, type TestApp } from '../support/app';
import { BESIDE_OTHERS_MS, EventListener } from '../support/event-stream';
import { PlantSigner, requestHead } from '../support/example-plant';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

type Body = Record<string, unknown>;
interface Answer {
  readonly status: number;
  readonly body: Body;
}

const PATH = '/api/v1/exchange/permits';
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const iso = (at: number): string => new Date(at).toISOString();

/** A permit that the plant's own special-work system has signed gives power here, and nobody is asked twice (GB 30871). */
describe('a chemical plant’s own permits', () => {
  let app: TestApp;
  let site: Site;
  let asker: Person;
  let chip: TestChip;
  let partner: { id: string; secret: string };
  let accounts: Record<string, string>;
  let welderName: string;
  let measures: Body[];
  let aheadMs = 0;
  const signer = PlantSigner.ed25519('2026-a');

  const post = async (jws: string, by = partner): Promise<Answer> => {
    const body = JSON.stringify({ jws });
    const { status, body: answered } = await app.request
      .post(PATH)
      .set('content-type', 'application/json')
      .set(requestHead(by, 'POST', PATH, body, Date.now() + aheadMs))
      .send(body);
    return { status, body: answered as Body };
  };
  const code = async (jws: string): Promise<unknown[]> => {
    const { status, body } = await post(jws);
    return [status, body['code']];
  };

  const person = (id: string, name: string, role?: string): Body => ({
    ...{ id, name },
    ...(role && { account: accounts[role] }),
  });
  const gasTest = (at: number, value = 0.1): Body => ({
    sampledAt: iso(at),
    readings: ['top', 'middle', 'bottom'].map((point) => ({ gas: 'methane', value, unit: '%vol', point })),
    instrument: { number: 'TEST-1', calibrationDueOn: '2030-01-01' },
  });
  /** Special level: whatever the day and the hour of the test, nothing raises it. */
  const permit = (number: string, change: Body = {}): Body => ({
    ...{ v: 1, kind: 'permit', number, version: 1, enterprise: site.enterpriseId, level: 'special' },
    ...{ answers: allNo('chemical'), place: { name: '一号装置区', ...POINT, radiusM: 60 } },
    ...{ content: '罐体接管焊接', method: '氩弧焊', gases: ['methane'] },
    ...{ plannedStart: iso(Date.now()), plannedEnd: iso(Date.now() + 6 * HOUR) },
    applicant: person('P-01', '赵申请', 'asker'),
    watcher: person('P-02', '钱监护', 'watcher'),
    welders: [{ id: 'P-03', name: welderName, code: site.welderCode }],
    machines: [site.machineCode],
    approvals: [
      { seat: 0, person: person('P-04', '孙车间', 'manager'), at: iso(Date.now() - 3 * MINUTE), onSite: true },
      { seat: 1, person: person('P-05', '李安全', 'safety'), at: iso(Date.now() - 2 * MINUTE), onSite: true },
      { seat: 2, person: person('P-06', '周领导'), at: iso(Date.now() - MINUTE), onSite: true },
    ],
    records: [{ kind: 'briefing', person: person('P-04', '孙车间', 'manager') }],
    ...{ measures, gasTests: [gasTest(Date.now())], watched: true, started: true },
    ...change,
  });
  const event = (number: string, version: number, name: string, change: Body = {}): string =>
    signer.sign({
      ...{ v: 1, kind: 'event', number, version, enterprise: site.enterpriseId, event: name, at: iso(Date.now()) },
      ...{ person: person('P-02', '钱监护', 'watcher'), ...change },
    });
  const shown = async (id: string): Promise<Body> => (await site.safety.get(`/permits/${id}`)).body as Body;
  const here = { ...POINT, accuracyM: 8 };

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app, 'chemical');
    asker = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    const ground = await site.admin.must('/sites', { name: '一号装置区', enterpriseId: site.enterpriseId, kinds: [], ...POINT, radiusM: 200 }); // prettier-ignore
    await site.admin.must(`/sites/${String(ground['id'])}/confirm`);
    const people = { asker, watcher: site.watcher, manager: site.manager, safety: site.safety };
    welderName = String(((await site.admin.get(`/welders/${site.welderId}`)).body as Body)['name']);
    accounts = {};
    for (const [role, one] of Object.entries(people))
      accounts[role] = String(((await site.admin.get(`/users/${one.userId}`)).body as Body)['username']);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
  }, 120_000);
  afterAll(async () => {
    await chip?.close();
    await app?.close();
  });

  it('the page’s test vector is true, and no bit of it may change', () => {
    const page = readFileSync(join(__dirname, '../../docs/exchange.md'), 'utf8');
    const jws = /^eyJ\S+$/m.exec(page)![0];
    const jwk = JSON.parse(/key `(\{"kty".+?\})`/.exec(page)![1]!) as Body;
    const paper = readPaper(jws)!;
    expect([isTrue(paper, jwk), paper.payload]).toEqual([true, { v: 1, kind: 'event', number: 'DH-1' }]);
    expect(isTrue({ ...paper, signed: `${paper.signed}x` }, jwk)).toBe(false);
  });

  it('an administrator connects the plant: one enterprise, one account that answers, public keys', async () => {
    const body = { name: '化工厂特殊作业系统', kind: 'plant', regionCode: '411003' };
    const bare = await site.admin.post('/exchange/partners', body);
    expect([bare.status, (bare.body as Body)['code']]).toEqual([422, 'field.required']);
    const other = await newSite(app);
    const wrong = { ...body, enterpriseId: other.enterpriseId, answersId: other.safety.userId };
    expect((await site.admin.post('/exchange/partners', wrong)).body).toMatchObject({ code: 'exchange.not-a-chemical-plant' }); // prettier-ignore
    const stranger = { ...body, enterpriseId: site.enterpriseId, answersId: other.safety.userId };
    expect((await site.admin.post('/exchange/partners', stranger)).body).toMatchObject({ code: 'exchange.answers-for-another' }); // prettier-ignore
    const good = { ...body, enterpriseId: site.enterpriseId, answersId: site.safety.userId };
    partner = (await site.admin.must('/exchange/partners', good)) as unknown as typeof partner;

    const keys = `/exchange/partners/${partner.id}/keys`;
    const secret = await site.admin.post(keys, { jwk: { ...signer.jwk, d: 'AAAA' }, kid: signer.kid });
    expect([secret.status, (secret.body as Body)['code']]).toEqual([422, 'plant.key-unfit']);
    await site.admin.must(keys, { jwk: signer.jwk, kid: signer.kid });
    const twice = await site.admin.post(keys, { jwk: signer.jwk, kid: signer.kid });
    expect([twice.status, (twice.body as Body)['code']]).toEqual([409, 'plant.key-exists']);
    expect((await site.manager.get(keys)).status).toBe(403);
  });

  it('the plant asks what the law asks for, in the codes of its papers', async () => {
    const form = `${PATH}/form`;
    const { body } = await app.request
      .get(form)
      .set(requestHead(partner, 'GET', form))
      .expect(200);
    const { levels, questions } = body as { levels: Body[]; questions: Body[] };
    const special = levels[0] as Body & {
      seats: Body[];
      measures: { code: string; openAir: boolean; placeKinds: string[] }[];
    };
    expect([questions.length, special.seats.map(({ seat, onSite }) => [seat, onSite])]).toEqual([4, [[0, true], [1, true], [2, true]]]); // prettier-ignore
    measures = special.measures
      .filter(({ openAir, placeKinds }) => !openAir && placeKinds.length === 0)
      .map((one) => ({ code: one.code, confirmed: true }));
  });

  it('a forged, changed, foreign or unknown paper is refused, and leaves nothing behind', async () => {
    const good = signer.sign(permit('DH-1'));
    const [head, , signature] = good.split('.');
    const changed = [head, Buffer.from(JSON.stringify(permit('DH-1', { level: 'second' }))).toString('base64url'), signature].join('.'); // prettier-ignore
    expect(await code(changed)).toEqual([401, 'plant.signature-wrong']);
    const thief = PlantSigner.ed25519(signer.kid);
    expect(await code(thief.sign(permit('DH-1')))).toEqual([401, 'plant.signature-wrong']);
    expect(await code(PlantSigner.ed25519('2020-z').sign(permit('DH-1')))).toEqual([401, 'plant.key-unknown']);
    expect(await code(PlantSigner.p256(signer.kid).sign(permit('DH-1')))).toEqual([401, 'plant.signature-wrong']);
    expect(await code(signer.sign(permit('DH-1'), { alg: 'none' }))).toEqual([422, 'plant.paper-malformed']);
    expect(await code(signer.sign(permit('DH-1'), { alg: 'constructor' }))).toEqual([422, 'plant.paper-malformed']);
    expect(await code(signer.sign(permit('DH-1'), { alg: 'HS256' }))).toEqual([422, 'plant.paper-malformed']);
    expect(await code('no.paper')).toEqual([422, 'plant.paper-malformed']);
    expect((await post(good, { ...partner, secret: 'exch_other' })).status).toBe(401);
    expect(await code(signer.sign(permit('DH-1', { enterprise: '91410000MA3X8Q0R5T' })))).toEqual([403, 'plant.foreign-enterprise']); // prettier-ignore
    expect((await site.safety.get('/permits')).body).toMatchObject({ items: [] });
  });

  it.each<[string, () => Body, string]>([
    ['a welder whom nobody registered', () => ({ welders: [{ id: 'P-9', name: '陌生人', certificate: 'T410000000000000000' }] }), 'plant.welder-unknown'],
    ['a number that is another welder’s', () => ({ welders: [{ id: 'P-9', name: '另一个人', code: site.welderCode }] }), 'plant.welder-name-differs'],
    ['a machine without a code', () => ({ machines: ['HN-0000-0000'] }), 'plant.machine-unknown'],
    ['a watcher without an account', () => ({ watcher: person('P-02', '钱监护') }), 'plant.watcher-unknown'],
    ['an account of nobody', () => ({ applicant: { id: 'P-01', name: '赵申请', account: 'nobody-here' } }), 'plant.account-unknown'],
    ['a level too low for what it answers', () => ({ level: 'first', answers: { ...allNo('chemical'), 'running-equipment': 'yes' }, approvals: (permit('x')['approvals'] as Body[]).slice(0, 2) }), 'plant.level-too-low'],
    ['a period longer than the level allows', () => ({ plannedEnd: iso(Date.now() + 9 * HOUR) }), 'permit.too-long'],
    ['a place that is no site of the plant', () => ({ place: { name: '厂外', lat: 34.2, lng: 113.9, radiusM: 50 } }), 'plant.place-not-its-site'],
    ['a seat left empty', () => ({ approvals: (permit('x')['approvals'] as Body[]).slice(0, 2) }), 'plant.seat-unsigned'],
    ['a gas test that is too old', () => ({ gasTests: [gasTest(Date.now() - 16 * MINUTE)] }), 'permit.not-ready'],
    ['no gas test at all', () => ({ gasTests: [] }), 'permit.not-ready'],
    ['a measure not seen to', () => ({ measures: measures.slice(1) }), 'permit.not-ready'],
    ['nobody who watches', () => ({ watched: false }), 'permit.not-ready'],
    ['a field that it does not have', () => ({ regime: 'small' }), 'request.invalid'],
  ])('refuses %s', async (_, change, expected) => {
    const { status, body } = await post(signer.sign(permit('DH-1', change())));
    expect(status).toBeGreaterThan(400);
    expect([body['code'], ...((body['errors'] ?? []) as Body[]).map((one) => one['code'])]).toContain(expected);
    expect(String(body['detail'] ?? body['title']).length).toBeGreaterThan(5);
  }); // prettier-ignore

  it('a signed permit gives power; the plant’s stop takes it away', async () => {
    const paper = permit('DH-1');
    const taken = await post(signer.sign(paper));
    expect(taken).toMatchObject({ status: 200, body: { number: 'DH-1', version: 1, verdict: 'taken', permit: { state: 'active' } } }); // prettier-ignore
    expect(await post(signer.sign(paper))).toMatchObject({ status: 200, body: { verdict: 'same' } });
    expect(await code(signer.sign({ ...paper, content: '另一项作业' }))).toEqual([409, 'plant.replayed']);

    const { id } = taken.body['permit'] as { id: string };
    expect(await shown(id)).toMatchObject({
      ...{ regime: 'chemical', level: 'special', state: 'active', applicant: { id: asker.userId } },
      plant: {
        ...{ number: 'DH-1', name: '化工厂特殊作业系统' },
        signatures: [{ seat: 0, name: '测试enterprise-manager' }, { seat: 1, name: '测试safety-officer' }, { seat: 2, name: '周领导' }], // prettier-ignore
      },
    });

    const events = await EventListener.open(app.url, site.admin.token);
    const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId: id, ...here });
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await events.next((e) => e.event === 'job.started', BESIDE_OTHERS_MS);
    events.close();

    // version 2 is still on its way, who says it is unknown here, and who answers is gone: a stop waits for nothing
    const shut = (at: string | null) => app.sql('update users set disabled_at = $2 where id = $1', [site.safety.userId, at]); // prettier-ignore
    await shut(iso(Date.now()));
    expect(await code(event('DH-1', 2, 'resume'))).toEqual([401, 'plant.nobody-answers']);
    const unknown = { id: 'P-77', name: '吴值班', account: 'left-long-ago' };
    const stopped = await post(event('DH-1', 3, 'suspend', { reason: '装置异常', person: unknown }));
    await shut(null);
    expect(stopped).toMatchObject({ status: 200, body: { verdict: 'taken', permit: { state: 'suspended' } } });
    expect((await chip.command('lock'))['job']).toBe(job['id']);
    const again = await site.welder.post('/jobs', { machineCode: site.machineCode, permitId: id, ...here });
    expect(JSON.stringify(again.body)).toContain('permit.suspended');
  });

  it('what arrives late lets nothing go on; what follows does, once it is in order', async () => {
    expect(await code(event('DH-1', 5, 'resume'))).toEqual([409, 'plant.papers-missing']);
    expect(await post(event('DH-1', 2, 'resume'))).toMatchObject({ body: { verdict: 'noted', permit: { state: 'suspended' } } }); // prettier-ignore
    expect(await post(event('DH-1', 4, 'gas-test', { gasTest: gasTest(Date.now(), 0.9) }))).toMatchObject({
      status: 200,
    });
    const bad = await post(event('DH-1', 5, 'resume'));
    expect(JSON.stringify(bad.body)).toContain('permit.gas-test-failed');
    const anew = event('DH-1', 5, 'gas-test', { gasTest: gasTest(Date.now()) });
    expect(await post(anew)).toMatchObject({ body: { verdict: 'taken' } });
    expect(await post(anew)).toMatchObject({ body: { verdict: 'same' } });
    expect(await post(event('DH-1', 6, 'resume'))).toMatchObject({ body: { permit: { state: 'active' } } });
    expect(await code(event('DH-1', 7, 'extend'))).toEqual([409, 'plant.extension-needs-new-permit']);
    expect(await code(event('DH-9', 2, 'start'))).toEqual([409, 'plant.permit-not-taken']);
  });

  it('what the authority has stopped the plant does not let go on; nobody here changes the plant’s permit', async () => {
    const { items } = (await site.safety.get('/permits')).body as { items: { id: string }[] };
    const id = items[0]!.id;
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    await regulator.must(`/permits/${id}/commands/suspend`, { reason: '现场检查' });
    expect(await code(event('DH-1', 7, 'resume'))).toEqual([403, 'permit.authority-only']);
    const more = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId });
    const amended = await site.safety.command(id, 'amend', { welderIds: [more.id] });
    expect(amended).toMatchObject({ status: 409, body: { reason: 'permit.kept-by-plant' } });
    expect(await post(event('DH-1', 7, 'finish'))).toMatchObject({ body: { permit: { state: 'fire_watch' } } });
    expect(await code(event('DH-1', 8, 'close'))).toEqual([409, 'permit.not-ready']); // the watch after work still runs
    aheadMs = 61 * MINUTE;
    await app.elapse(aheadMs);
    expect(await post(event('DH-1', 8, 'close'))).toMatchObject({ body: { permit: { state: 'closed' } } });
  });

  it('signed papers are forgotten once they are older than a permit is kept; that they came is not', async () => {
    const forget = (before: number) =>
      app.app.get(UnitOfWork).run(systemScope('test'), (tx) => app.app.get(ForgetExchanged).older(tx, before, 100));
    expect([await forget(Date.now() - HOUR), await forget(Date.now() + DAY), await forget(Date.now() + DAY)]).toEqual([0, 8, 0]); // prettier-ignore
    expect(await code(event('DH-1', 3, 'suspend'))).toEqual([409, 'plant.replayed']);
  });

  it('keys change without a gap; one that was taken away signs nothing', async () => {
    const next = PlantSigner.p256('2027-a');
    const keys = `/exchange/partners/${partner.id}/keys`;
    await site.admin.must(keys, { jwk: next.jwk, kid: next.kid });
    expect((await site.admin.delete(`${keys}/${signer.kid}`)).body).toMatchObject({ items: [{ kid: '2026-a', alg: 'EdDSA', revokedAt: expect.any(String) as unknown }, { kid: '2027-a', alg: 'ES256', revokedAt: null }] }); // prettier-ignore
    expect(await code(signer.sign(permit('DH-2')))).toEqual([401, 'plant.key-unknown']);
    expect(await code(next.sign(permit('DH-2', { v: 2 })))).toEqual([422, 'request.invalid']);
  });
});
