import { WatchFaults } from '../../../src/modules/supervision/watch-faults';
import { comparable } from '../../../src/domain/collection/keys';
import { startApp, type TestApp } from '../../support/app';
import { inventedIdNumber } from '../../support/people';
import { newSite, newUser, POINT, type Person, type Site } from '../../support/site';

type Body = Record<string, unknown>;
interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** Two grid workers of two towns and their county, one app for all of it. */
describe('collecting on the spot', () => {
  let app: TestApp;
  let site: Site;
  let zhang: Person;
  let li: Person;
  let county: Person;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    zhang = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003101' });
    li = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003102' });
    county = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  const photoOf = async (by: Person): Promise<string> => {
    const sent = await app.request.post('/api/v1/files').set('authorization', `Bearer ${by.token}`).attach('file', await app.photo(), 'plate.jpg'); // prettier-ignore
    return String((sent.body as { id: string }).id);
  };
  let numbers = 0;
  const number = (): string => `device-${String((numbers += 1)).padStart(6, '0')}`;
  const send = async (by: Person, body: object, key = number()): Promise<Answer> =>
    by.post('/collections', { collectedAt: new Date().toISOString(), ...body }).set('idempotency-key', key);
  const machine = async (by: Person, change: object = {}, more: object = {}) => ({
    kind: 'machine',
    photoIds: [await photoOf(by)],
    ...{ lat: POINT.lat, lng: POINT.lng, accuracyM: 12, durationMs: 62_000, taps: 9, typedFields: 2 },
    machine: {
      nameplate: 'photo',
      ...{ serialNumber: `SN${number()}`, model: 'ZX7-400', process: 'MMA', enterpriseId: site.enterpriseId },
      ...change,
    },
    ...more,
  });
  const blanks = async (count: number): Promise<string[]> => {
    await county.must('/codes/blank', { count });
    return (await app.sql<{ code: string }>('select code from codes where roll_id = (select max(id) from code_rolls)')).map(({ code }) => code); // prettier-ignore
  };
  const view = async (code: string): Promise<Body> => (await app.request.get(`/api/v1/codes/${code}`)).body as Body;

  it('takes in a machine with its sticker, seen and confirmed, once however often it is sent', async () => {
    const [blankCode = ''] = await blanks(1);
    const key = number();
    const body = { ...(await machine(zhang, { blankCode })), collectedAt: new Date().toISOString() };
    const first = await send(zhang, body, key);
    expect(first).toMatchObject({ status: 201, body: { state: 'done', duplicateOf: null, regionCode: '411003101' } });
    await app.sql('delete from idempotency_keys'); // a day later the platform's own memory is empty
    expect(await send(zhang, body, key)).toMatchObject({ status: 201, body: { id: first.body['id'] } });
    const made = (await county.get(`/machines/${String(first.body['entityId'])}`)).body as Body;
    expect(made).toMatchObject({ code: blankCode, factsConfirmed: true, enterpriseId: site.enterpriseId });
    const photo = await county.get(`/files/${String(body.photoIds[0])}`);
    expect(photo.status).toBe(200);
  });

  it('a second person at the same machine is credited; both stickers lead to one record, and the second says so', async () => {
    const [one = '', two = ''] = await blanks(2);
    const first = await send(zhang, await machine(zhang, { serialNumber: 'HN-0017O1', blankCode: one }));
    const second = await send(
      li,
      await machine(li, { serialNumber: 'ｈｎ 001701', model: 'zx7 400', blankCode: two, placeName: '许昌 东库 ２号' }),
    );
    expect(second).toMatchObject({
      status: 200,
      body: { duplicateOf: first.body['entityId'], reasons: ['serial', 'model', 'owner', 'place'] },
    });
    expect((second.body['collectors'] as Body[]).map(({ name }) => name)).toEqual([
      '测试grid-worker',
      '测试grid-worker',
    ]);
    expect((await county.get(`/machines/${String(first.body['entityId'])}`)).body).toMatchObject({ placeName: '许昌 东库 2号' }); // prettier-ignore
    expect(await view(one)).toMatchObject({ kind: 'machine', replacedBy: null });
    const replaced = await view(two);
    expect(replaced).toMatchObject({ kind: 'machine', replacedBy: one });
    expect(replaced['sentence']).toContain('这张码已更换，新码是');
  });

  it('the sticker that is on it already says which machine it is', async () => {
    const [code = ''] = await blanks(1);
    const first = await send(zhang, await machine(zhang, { nameplate: 'none-legible', nameplateReason: '铭牌脱落', serialNumber: undefined, model: undefined, blankCode: code })); // prettier-ignore
    const again = await send(li, await machine(li, { blankCode: code }, { lat: POINT.lat + 1 }));
    expect(again).toMatchObject({ status: 200, body: { duplicateOf: first.body['entityId'] } });
    expect(again.body['reasons']).toContain('code');
  });

  it('a sticker of the province stays: it leads to the machine, and tells the next collector which one it is', async () => {
    const sticker = { externalCode: 'https://province.example/m?id=77A', externalSystem: '省平台' };
    const first = await send(zhang, await machine(zhang, { serialNumber: 'EXT-1', ...sticker }));
    expect(first).toMatchObject({ status: 201, body: { state: 'done' } });
    expect(await view(encodeURIComponent(sticker.externalCode))).toMatchObject({ kind: 'machine' });
    const listed = await zhang.get(`/external-codes?kind=machine&entityId=${String(first.body['entityId'])}`);
    expect(listed.body).toMatchObject({ items: [{ content: sticker.externalCode, system: '省平台' }] });
    const second = await send(li, await machine(li, { serialNumber: undefined, ...sticker }));
    expect(second).toMatchObject({ status: 200, body: { duplicateOf: first.body['entityId'] } });
    const [own = ''] = await blanks(1);
    expect(await send(li, await machine(li, { externalCode: own }))).toMatchObject({ status: 422 });
  });

  it('asks where it is likely, and does what the collector answers', async () => {
    const bare = { nameplate: 'none-legible', nameplateReason: '看不清', serialNumber: undefined, model: undefined };
    const there = { lat: 34.05, lng: 113.75 };
    const first = await send(zhang, await machine(zhang, bare, there));
    const body = await machine(li, bare, there);
    const asked = await send(li, body);
    expect(asked).toMatchObject({ status: 409, body: { code: 'collection.maybe-known' } });
    const [candidate] = asked.body['candidates'] as Body[];
    expect(candidate).toMatchObject({ id: first.body['entityId'], distanceM: 0, collectedBy: '测试grid-worker' });
    expect(candidate?.['photoId']).toBeTruthy();
    expect(await send(li, { ...body, sameAs: 'OTHER' })).toMatchObject({
      status: 422,
      body: { code: 'collection.not-a-candidate' },
    });
    const other = await send(li, { ...body, notSame: [candidate?.['id']] });
    expect(other).toMatchObject({ status: 201, body: { duplicateOf: null } });
    const same = await send(li, { ...(await machine(li, bare, there)), sameAs: first.body['entityId'] });
    expect(same).toMatchObject({ status: 200, body: { duplicateOf: first.body['entityId'] } });
  });

  it('two at once leave one record with both credited', async () => {
    const bodies = [
      await machine(zhang, { serialNumber: 'ATONCE77' }),
      await machine(li, { serialNumber: 'ATONCE77' }),
    ];
    const [a, b] = await Promise.all([send(zhang, bodies[0] ?? {}), send(li, bodies[1] ?? {})]);
    expect([a?.status, b?.status].sort()).toEqual([200, 201]);
    expect(a?.body['entityId']).toBe(b?.body['entityId']);
    expect(await app.sql(`select 1 from machines where serial_number = 'ATONCE77'`)).toHaveLength(1);
  });

  it('an owner collected a minute before is named by the device’s number', async () => {
    const [shop, person] = [number(), number()];
    const early = await send(zhang, await machine(zhang, { enterpriseId: undefined, ownerNumber: shop }));
    expect(early).toMatchObject({ status: 409, body: { code: 'collection.owner-not-yet' } });
    const enterprise = { name: '顺达焊接铺', industry: 'repair', contactName: '王', contactPhone: '19900009001' };
    expect((await send(zhang, { kind: 'enterprise', enterprise }, shop)).status).toBe(201);
    const welder = { name: '刘一', idNumber: inventedIdNumber(901), phone: '19900009002' };
    expect((await send(zhang, { kind: 'welder', welder }, person)).status).toBe(201);
    const ofShop = await send(zhang, await machine(zhang, { enterpriseId: undefined, ownerNumber: shop }));
    const ofPerson = await send(zhang, await machine(zhang, { enterpriseId: undefined, ownerNumber: person }));
    expect([ofShop.status, ofPerson.status]).toEqual([201, 201]);
    const again = await send(li, { kind: 'enterprise', enterprise });
    expect(again).toMatchObject({ status: 409, body: { code: 'collection.maybe-known' } });
  });

  it('a welder comes with the card; a card that is refused keeps nobody out; a known person is credited', async () => {
    const idNumber = inventedIdNumber(902);
    const card = { kind: 'special-operation', operations: ['fusion'], issuer: '许昌市应急管理局', issuedOn: '2024-01-10', validFrom: '2024-01-10', validTo: '2030-01-09' }; // prettier-ignore
    const welder = { name: '刘二', idNumber, phone: '19900009003' };
    const photoIds = [await photoOf(zhang)];
    const wrong = await send(zhang, { kind: 'welder', photoIds, welder: { ...welder, certificate: { ...card, number: `T${inventedIdNumber(903)}` } } }); // prettier-ignore
    expect(wrong).toMatchObject({ status: 201, body: { certificateFault: 'certificate.number-mismatch' } });
    const right = await send(zhang, { kind: 'welder', photoIds, welder: { ...welder, certificate: { ...card, number: `T${idNumber}`, photoId: photoIds[0] } } }); // prettier-ignore
    expect(right).toMatchObject({ status: 200, body: { duplicateOf: wrong.body['entityId'], certificateFault: null } });
    const cards = (await zhang.get(`/welders/${String(wrong.body['entityId'])}/certificates`)).body as unknown;
    expect(JSON.stringify(cards)).toContain('许昌市应急管理局');
  });

  it('a photographed document is a task until its number is typed', async () => {
    const body = { kind: 'welder', photoIds: [await photoOf(zhang)], welder: { name: '刘三', phone: '19900009004' } };
    const owed = await send(zhang, body);
    expect(owed).toMatchObject({ status: 201, body: { state: 'number-owed', entityId: null } });
    const tasks = (await county.get('/collections?state=number-owed')).body as { items: Body[] };
    expect(tasks.items.map(({ id }) => id)).toEqual([owed.body['id']]);
    const typed = (idNumber: string): PromiseLike<Answer> => county.post(`/collections/${String(owed.body['id'])}/number`, { idNumber }); // prettier-ignore
    expect(await typed('411003190101010000')).toMatchObject({ status: 422 });
    expect(await typed(inventedIdNumber(904))).toMatchObject({ status: 200, body: { state: 'done' } });
    expect(await typed(inventedIdNumber(904))).toMatchObject({
      status: 409,
      body: { code: 'collection.number-known' },
    });
    expect(await app.sql('select 1 from held_welders')).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['without a photo', { photoIds: [] }, 'collection.photo-missing'],
    ['with somebody else’s photo', { photoIds: ['NOPE'] }, 'collection.photo-unknown'],
    ['in the future', { collectedAt: '2099-01-01T00:00:00Z' }, 'collection.in-the-future'],
    ['without what was collected', { kind: 'welder' }, 'collection.subject-missing'],
    ['outside of the own region', { regionCode: '411003102' }, 'registry.outside-scope'],
  ])('refuses %s', async (_, change, code) => {
    const answer = await send(zhang, await machine(zhang, {}, change));
    expect(answer.body).toMatchObject({ code });
  });

  it.each<[string, object, string]>([
    ['a code of another system', { blankCode: 'https://province.example.cn/q?id=1' }, 'code.of-another-system'],
    ['an unknown code', { blankCode: '000000000000' }, 'code.unknown'],
    ['no nameplate and no reason', { nameplate: 'none-legible' }, 'collection.reason-missing'],
    ['two owners', { ownerNumber: 'device-000001' }, 'collection.one-owner'],
  ])('refuses a machine with %s', async (_, change, code) => {
    expect((await send(zhang, await machine(zhang, change))).body).toMatchObject({ code });
  });

  it('asks for the device’s number, and is not for enterprises', async () => {
    const body = { ...(await machine(zhang)), collectedAt: new Date().toISOString() };
    expect((await zhang.post('/collections', body)).body).toMatchObject({ code: 'collection.number-missing' });
    expect((await send(site.manager, body)).status).toBe(403);
  });

  it('the county sees who collected what, and how long it took, also as a spreadsheet', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const period = `from=${today}&to=${today}`;
    const { status, body } = (await county.get(`/collections/who?${period}`)) as Answer;
    expect(status).toBe(200);
    const rows = body['rows'] as Body[];
    expect(body['medianSeconds']).toBe(62);
    expect(new Set(rows.map(({ regionCode }) => regionCode))).toEqual(new Set(['411003101', '411003102']));
    const sum = (field: string): number => rows.reduce((total, row) => total + Number(row[field]), 0);
    expect([sum('machines'), sum('welders'), sum('duplicates')]).toEqual([body['machines'], body['welders'], body['duplicates']]); // prettier-ignore
    expect((await zhang.get(`/collections/who?${period}`)).body['duplicates']).toBeLessThan(Number(body['duplicates']));
    const sheet = await county.get(`/collections/who.xlsx?${period}`);
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    expect((await county.get('/collections/who?from=2026-02-01&to=2026-01-01')).status).toBe(422);
  });

  it('keys are the same in the database, and candidates come from indexes', async () => {
    const texts = ['ＨＮ—００１７Ｏ１', 'sn.ooi2', ' a b_c(1)/2#3№4', 'l0QI', '逆变 ZX7·400', 'é-1'];
    const keys = await app.sql<{ key: string }>('select number_key(t) as key from unnest($1::text[]) with ordinality as x(t, n) order by n', [texts]); // prettier-ignore
    expect(keys.map(({ key }) => key)).toEqual(texts.map(comparable));
    const plan = async (where: string): Promise<string> =>
      JSON.stringify(await app.sql(`explain select * from ${where}`));
    expect(await plan(`machines where serial_key = 'SN00'`)).toContain('machines_serial_key');
    expect(await plan(`collections where kind = 'machine' and geo_cell = any('{1:2}')`)).toContain('collections_cell');
  });

  it('an owner registered in another county is found by the whole credit code alone, and sees the machine that stands here', async () => {
    const uscc = '91410122MA47XDUN4C';
    await app.sql(`insert into regions (code, name, parent) values ('410122', '邻县', null) on conflict do nothing`);
    const place = {
      name: '邻县租赁公司',
      regionCode: '410122',
      industry: 'other',
      contactName: '张三',
      contactPhone: '13800138123',
    };
    const firm = await site.admin.must('/enterprises', { ...place, uscc });
    const owner = async (code: string) =>
      (await zhang.get(`/collections/owner?uscc=${encodeURIComponent(code)}`)).body as Body;
    expect(await owner(' 91410122ma47-xdun4c')).toEqual({
      id: firm['id'],
      name: '邻县租赁公司',
      regionName: expect.any(String) as string,
    });
    expect(await owner('91410122MA47XDUN4F')).toMatchObject({
      status: 422,
      errors: [{ path: 'uscc', code: 'enterprise.uscc-checksum' }],
    });
    expect(await owner('91410122MA47')).toMatchObject({ status: 422 });
    expect(await owner('91411003MA44HAN978')).toMatchObject({ status: 404, code: 'collection.owner-unknown' });
    expect((await site.welder.get(`/collections/owner?uscc=${uscc}`)).status).toBe(403);
    expect((await zhang.get(`/enterprises?q=${encodeURIComponent('邻县')}`)).body).toMatchObject({ items: [] });
    expect((await zhang.get(`/enterprises/${String(firm['id'])}`)).status).toBe(404);
    const taken = await send(zhang, await machine(zhang, { enterpriseId: firm['id'] }));
    expect(taken).toMatchObject({ status: 201, body: { regionCode: '411003101' } });
    const manager = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: String(firm['id']) });
    expect((await manager.get(`/machines/${String(taken.body['entityId'])}`)).body).toMatchObject({
      enterpriseId: firm['id'],
      lat: POINT.lat,
    });
  });

  it('a machine that was scrapped comes to light when it is collected at somebody’s place: a clue', async () => {
    const [one = '', two = ''] = await blanks(2);
    const first = await send(zhang, await machine(zhang, { serialNumber: 'RESOLD55501', blankCode: one }));
    const old = String(first.body['entityId']);
    await app.sql(`update machines set status = 'scrapped', out_since = now() - interval '1 hour' where id = $1`, [
      old,
    ]);
    const again = await send(li, await machine(li, { serialNumber: 'resold-55501', blankCode: two }));
    expect(again).toMatchObject({ status: 201, body: { entityId: expect.not.stringMatching(old) } });
    await app.app.get(WatchFaults, { strict: false }).execute(Date.now());
    const found = await app.sql<{ evidence: object }>('select evidence from violations where machine_id = $1', [old]);
    expect(found).toEqual([{ evidence: expect.objectContaining({ reason: 'scrapped', goneSign: 'registered', newCode: two }) }]); // prettier-ignore
  });
});
