import { startApp, type TestApp } from '../support/app';
import { newUser, type Person, POINT, signIn } from '../support/site';
import { ROLES } from '../../src/domain/people/roles';

type Body = Record<string, unknown>;
const PHONE = '19900001234';
const ABOUT = '仓库保管员老周';

describe('tips: anybody speaks, nobody learns who', () => {
  let app: TestApp;
  let people: Record<string, Person>;
  let enterpriseId: string;
  let machineCode: string;
  let machineId: string;
  beforeAll(async () => {
    app = await startApp();
    const admin = await signIn(app, 'admin', app.adminPassword);
    const firm = await admin.must('/enterprises', {
      name: '测试企业', kind: 'individual', regionCode: '411003001', industry: 'manufacturing', contactName: '测试', contactPhone: '19900000001',
    }); // prettier-ignore
    enterpriseId = String(firm['id']);
    const machine = await admin.must('/machines', {
      model: 'ZX7-400',
      process: 'MMA',
      regionCode: '411003001',
      enterpriseId,
    });
    machineCode = String(machine['code']);
    machineId = String(machine['id']);
    people = { admin };
    for (const role of ROLES.filter((one) => one !== 'admin'))
      people[role] = await newUser(app, admin, [role], /enterprise|officer$|watcher/.test(role) && role !== 'tip-officer' ? { enterpriseId } : role === 'welder' ? {} : { regionCode: '411003' }); // prettier-ignore
  }, 120_000);
  afterAll(() => app?.close());

  const tip = (fields: Body, photos: Buffer[] = []) => {
    const form = app.request.post('/api/v1/tips');
    for (const [name, value] of Object.entries(fields)) void form.field(name, String(value));
    for (const photo of photos) void form.attach('photo', photo, 'a.jpg');
    return form;
  };
  const sent = async (fields: Body = {}, photos: Buffer[] = []) => {
    await app.sql('delete from text_counts');
    const answer = await tip({ kind: 'no-permit', text: '院里有人在电焊，没人看着', ...POINT, ...fields }, photos);
    expect(answer.body).toMatchObject({ trackingCode: expect.any(String) as string });
    const { trackingCode, pin } = answer.body as { trackingCode: string; pin: string };
    const [newest] = ((await people['tip-officer']!.get('/tip-desk')).body as { items: { id: string }[] }).items;
    return { trackingCode, pin, id: newest!.id };
  };
  const follow = (code: string) => app.request.get(`/api/v1/tips/${code}`);
  const desk = (id: string, command: string, body: Body = {}) =>
    people['tip-officer']!.post(`/tip-desk/${id}/commands/${command}`, body);
  const upload = async (by: Person): Promise<string> => {
    const file = await app.request.post('/api/v1/files').set('authorization', `Bearer ${by.token}`).attach('file', await app.photo(), 'a.jpg'); // prettier-ignore
    return (file.body as { id: string }).id;
  };

  it('asks for nothing about the reporter, and follows by tracking code', async () => {
    const one = await tip({ kind: 'no-permit', text: '有人动火' });
    expect(one.status).toBe(201);
    expect(Object.keys(one.body as Body).sort()).toEqual(['pin', 'trackingCode']);
    const { trackingCode } = one.body as { trackingCode: string };
    expect((await follow(trackingCode)).body).toEqual({
      state: 'received', receivedAt: expect.any(String) as string, answers: [], reward: null,
    }); // prettier-ignore
    expect((await follow(trackingCode.toLowerCase().replaceAll('-', ''))).status).toBe(200);
    for (const wrong of ['0000-0000-0000-0000', `${trackingCode.slice(0, -1)}?`, 'x'])
      expect((await follow(encodeURIComponent(wrong))).body).toMatchObject({ status: 404, code: 'tip.unknown' });
    const [stored] = await app.sql<{ all: string }>('select row_to_json(t)::text as all from tips t');
    expect(stored?.all).not.toContain(trackingCode.replaceAll('-', ''));
    const [audited] = await app.sql('select actor_id, address from audit_entries where action = $1', ['tip.received']);
    expect(audited).toEqual({ actor_id: null, address: null });
  });

  it.each([
    [{ kind: 'nonsense', text: '有人动火' }, 'kind'],
    [{ kind: 'other', text: ' ' }, 'text'],
    [{ kind: 'other', text: '有人动火', lat: 'x', lng: 1 }, 'lat'],
    [{ kind: 'other', text: '有人动火', phone: '12' }, 'phone'],
    [{ kind: 'other', text: '有人动火', userId: 'x' }, 'userId'],
  ])('says which field is wrong: %j', async (fields, path) => {
    await app.sql('delete from text_counts');
    const answer = await tip(fields);
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { path: string }[] }).errors[0]?.path).toBe(path);
  });

  it('re-encodes photos and refuses what is none', async () => {
    await app.sql('delete from text_counts');
    expect((await tip({ kind: 'other', text: '有人动火' }, [Buffer.from('MZ no picture')])).status).toBe(422);
    const seven = await Promise.all(Array.from({ length: 7 }, () => app.photo()));
    expect((await tip({ kind: 'other', text: '有人动火' }, seven)).body).toMatchObject({ code: 'file.too-many' });
    const { id } = await sent({}, [await app.photo()]);
    const shown = (await people['tip-officer']!.get(`/tip-desk/${id}`)).body as { photoList: { id: string }[] };
    const file = shown.photoList[0]!.id;
    const reads = async (who: string) => (await people[who]!.get(`/files/${file}`)).status;
    expect(await reads('tip-officer')).toBe(200);
    for (const who of ['inspector', 'regulator', 'grid-worker', 'enterprise-head', 'welder'])
      expect(await reads(who)).toBe(404);
  });

  it('who reported is read by a tip officer of the place alone, with a reason that is kept', async () => {
    const { id } = await sent({ phone: PHONE, about: ABOUT, text: `二车间天天无证焊接，我的电话 ${PHONE}` });
    const hidden = (await people['tip-officer']!.get(`/tip-desk/${id}`)).body as Body;
    expect(hidden).toMatchObject({ hasIdentity: true, text: '二车间天天无证焊接，我的电话 ＊＊＊' });
    for (const [role, person] of Object.entries(people)) {
      const answer = await person.post(`/tip-desk/${id}/identity`, { reason: '回访核实情况' });
      expect([role, answer.status]).toEqual([role, role === 'tip-officer' ? 200 : 403]);
    }
    const elsewhere = await newUser(app, people['admin']!, ['tip-officer'], { regionCode: '411002' });
    expect((await elsewhere.post(`/tip-desk/${id}/identity`, { reason: '回访核实情况' })).status).toBe(404);
    const seen = await people['tip-officer']!.post(`/tip-desk/${id}/identity`, { reason: '回访核实情况' });
    expect(seen.body).toEqual({ phone: PHONE, about: ABOUT, fullText: `二车间天天无证焊接，我的电话 ${PHONE}` });
    expect((await people['tip-officer']!.post(`/tip-desk/${id}/identity`, {})).status).toBe(422);
    expect(await app.sql('select count(*)::int as n from tip_looks where tip_id = $1', [id])).toEqual([{ n: 2 }]);
    const entries = await app.sql('select after from audit_entries where action = $1', ['tip.identity-read']);
    expect(entries).toEqual([{ after: { reason: '回访核实情况' } }, { after: { reason: '回访核实情况' } }]);
  });

  it('the database itself keeps the identity from the application, also from the system', async () => {
    await expect(app.sql('select * from tip_identities')).rejects.toThrow(/permission denied/);
    await expect(app.sql(`select tip_identity_opened('x', 'y', 'because', now())`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.sql(`insert into tip_looks select * from tip_looks`)).rejects.toThrow(/permission denied/);
  });

  it('no answer to any role over any route of reading holds the phone or the name', async () => {
    const { id, trackingCode } = await sent({ phone: PHONE, about: ABOUT, machineCode });
    await desk(id, 'dispatch', { userId: people['inspector']!.userId, task: '查看二车间' });
    const { paths } = JSON.parse((await app.request.get('/api/openapi.json')).text) as { paths: Record<string, Body> };
    const ids: Record<string, string> = {
      id,
      code: machineCode,
      trackingCode,
      machineId,
      enterpriseId,
      chipNo: 'TEST0000000001',
    };
    const routes = Object.entries(paths).filter(([, methods]) => 'get' in methods && !JSON.stringify(methods).includes('event-stream')); // prettier-ignore
    const told: string[] = [];
    let asked = 0;
    for (const [path] of routes) {
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? id);
      const ask = async ([role, person]: [string, Person]): Promise<void> => {
        const answer = await app.request
          .get(url)
          .set('authorization', `Bearer ${person.token}`)
          .ok(() => true);
        asked += 1;
        if (answer.text?.includes(PHONE) || answer.text?.includes(ABOUT)) told.push(`${role} ${url}`);
      };
      await Promise.all(Object.entries(people).map(ask));
    }
    expect(told).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
  }, 240_000);

  it('duplicates near in place and time are shown, merged by a person, and hear the same answer', async () => {
    const first = await sent({ machineCode });
    const second = await sent({ text: '又在焊', lat: POINT.lat + 0.001 });
    const far = await sent({ text: '别处也在焊', lat: POINT.lat + 0.02 });
    const shown = (await people['tip-officer']!.get(`/tip-desk/${second.id}`)).body as { duplicates: { id: string }[] };
    expect(shown.duplicates.map(({ id }) => id)).toContain(first.id);
    expect(shown.duplicates.map(({ id }) => id)).not.toContain(far.id);
    expect((await desk(second.id, 'merge', { into: second.id })).body).toMatchObject({ code: 'tip.merge-unfit' });
    expect((await desk(second.id, 'merge', { into: first.id })).status).toBe(200);
    expect((await follow(second.trackingCode)).body).toMatchObject({ state: 'merged', answers: [] });
    await desk(first.id, 'answer', { text: '已安排人员前往。' });
    expect((await follow(second.trackingCode)).body).toMatchObject({ answers: [{ text: '已安排人员前往。' }] });
    expect((await desk(second.id, 'accept')).body).toMatchObject({ code: 'tip.command-not-open', commands: [] });
  });

  it('is looked into on the spot, becomes a case that says nothing of the tip, and is rewarded by two people', async () => {
    const told = await sent({ phone: PHONE, machineCode, kind: 'uncertified' }, [await app.photo()]);
    const inspector = people['inspector']!;
    const regulator = people['regulator']!;
    expect((await desk(told.id, 'dispatch', { userId: people['welder']!.userId, task: '查看' })).body).toMatchObject({ code: 'tip.handler-unfit' }); // prettier-ignore
    expect((await desk(told.id, 'dispatch', { userId: inspector.userId, task: '查看二车间焊工证件' })).status).toBe(
      200,
    );
    expect((await inspector.get('/tasks')).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ kind: 'tip-check', phonePath: `/m/tip-tasks/${told.id}` })]) as unknown,
    }); // prettier-ignore
    const task = (await inspector.get(`/tip-tasks/${told.id}`)).body as Body;
    expect(task).toMatchObject({ task: '查看二车间焊工证件', machineCode, photoIds: [] });
    expect(Object.keys(task)).not.toContain('text');
    expect((await people['grid-worker']!.get(`/tip-tasks/${told.id}`)).status).toBe(404);
    const photoId = await upload(inspector);
    const checked = await inspector.post(`/tip-tasks/${told.id}/check`, { outcome: 'true', note: '现场焊工无证', photoIds: [photoId] }); // prettier-ignore
    expect(checked.body).toMatchObject({ state: 'checked', outcome: 'true' });
    const violationId = String((checked.body as Body)['violationId']);
    expect((await regulator.get(`/violations/${violationId}`)).body).toMatchObject({ source: 'tip', enterpriseId, photoIds: [photoId] }); // prettier-ignore
    for (const accused of ['enterprise-manager', 'safety-officer', 'enterprise-head']) {
      const answer = await people[accused]!.get(`/violations/${violationId}`);
      expect(answer.body).toMatchObject({ source: 'inspection', description: '现场焊工无证' });
      expect((await people[accused]!.get('/violations')).text).not.toContain('"tip"');
    }
    expect((await desk(told.id, 'dispatch', { userId: inspector.userId, task: '再去' })).body).toMatchObject({ code: 'tip.has-case' }); // prettier-ignore

    const proposed = await people['tip-officer']!.post(`/tip-desk/${told.id}/reward`, { insider: true });
    expect(proposed.body).toMatchObject({ state: 'proposed', grade: 'hazard', insider: true });
    const reward = proposed.body as { id: string; yuan: number };
    expect((await people['tip-officer']!.post(`/tip-desk/${told.id}/reward`, {})).body).toMatchObject({ code: 'tip.reward-there-already' }); // prettier-ignore
    const ledger = (await regulator.get('/tip-rewards')).body as { items: Body[] };
    expect(Object.keys(ledger.items[0]!)).not.toContain('tipId');
    expect((await people['tip-officer']!.post(`/tip-rewards/${reward.id}/approve`)).status).toBe(403);
    await expect(app.sql(`update tip_rewards set state = 'approved', decided_by = proposed_by, decided_at = now()`)).rejects.toThrow(/check/); // prettier-ignore
    expect((await follow(told.trackingCode)).body).toMatchObject({ reward: null });
    expect((await regulator.post(`/tip-rewards/${reward.id}/approve`)).body).toMatchObject({ state: 'approved' });
    expect((await follow(told.trackingCode)).body).toMatchObject({ reward: { state: 'approved', yuan: reward.yuan } });

    const pay = (by: string, pin: string) =>
      people[by]!.post('/tip-rewards/pay', { trackingCode: told.trackingCode, pin, how: '现金，收据 0001' });
    const wrong = told.pin === '000000' ? '000001' : '000000';
    expect((await pay('tip-officer', wrong)).body).toMatchObject({ code: 'tip.code-or-pin-wrong' });
    expect((await pay('regulator', told.pin)).body).toMatchObject({ code: 'tip.reward-approved-by-you' });
    expect((await pay('tip-officer', told.pin)).body).toMatchObject({ state: 'paid', paidHow: '现金，收据 0001' });
    expect((await pay('tip-officer', told.pin)).body).toMatchObject({ code: 'tip.reward-not-due' });
    expect((await desk(told.id, 'close', { text: '经查属实，已立案查处。谢谢您。' })).status).toBe(200);
    expect((await follow(told.trackingCode)).body).toMatchObject({
      state: 'closed', answers: [{ text: '经查属实，已立案查处。谢谢您。' }], reward: { state: 'paid' },
    }); // prettier-ignore
  });

  it('nobody proposes and approves: an administrator who proposed is refused too', async () => {
    const { id } = await sent({ machineCode });
    const inspector = people['inspector']!;
    await desk(id, 'dispatch', { userId: inspector.userId, task: '查看' });
    await inspector.must(`/tip-tasks/${id}/check`, { outcome: 'partly', note: '部分属实' });
    const reward = await people['admin']!.must(`/tip-desk/${id}/reward`, {});
    expect((await people['admin']!.post(`/tip-rewards/${String(reward['id'])}/approve`)).body).toMatchObject({ code: 'tip.reward-own' }); // prettier-ignore
  });

  it('what is not true has no case and no reward; a task may be handed back', async () => {
    const { id, trackingCode } = await sent();
    const grid = people['grid-worker']!;
    await desk(id, 'dispatch', { userId: grid.userId, task: '查看' });
    expect((await grid.post(`/tip-tasks/${id}/hand-back`, { reason: '不在我的网格' })).status).toBe(204);
    await desk(id, 'dispatch', { userId: people['inspector']!.userId, task: '查看' });
    expect((await grid.get(`/tip-tasks/${id}`)).status).toBe(404);
    await people['inspector']!.must(`/tip-tasks/${id}/check`, { outcome: 'not', note: '现场无人作业' });
    expect((await people['tip-officer']!.post(`/tip-desk/${id}/reward`, {})).body).toMatchObject({ code: 'tip.nothing-to-reward' }); // prettier-ignore
    expect((await desk(id, 'close', {})).status).toBe(422);
    await desk(id, 'close', { text: '已核查，未发现所述情况。' });
    expect((await follow(trackingCode)).body).toMatchObject({ state: 'closed', reward: null });
  });

  it('sent again after a lost answer, it is one tip with the same code and PIN; two at the same moment too', async () => {
    const fields = { kind: 'other', text: '楼顶在焊，没有人看火', sendKey: '0123456789abcdef0123456789abcdef' };
    const answers = await Promise.all([tip(fields), tip(fields), tip(fields)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await app.sql('select 1 from tips where text = $1', [fields.text])).toHaveLength(1);
    const another = await tip({ ...fields, sendKey: 'f'.repeat(32) });
    expect(another.body['trackingCode']).not.toBe(answers[0].body['trackingCode']);
    expect((await tip({ ...fields, sendKey: 'short' })).status).toBe(422);
  });

  it('a flood from one address ends in 429 and a time to wait; an honest second report does not', async () => {
    await app.sql('delete from text_counts');
    const answers: { status: number; body: Body }[] = [];
    // two windows at the most: one of them is used up
    for (let i = 0; i < 22; i += 1) answers.push(await tip({ kind: 'other', text: '有人动火' }));
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([201, 201]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'tip.too-many', retryAfter: expect.any(Number) as number });
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(10);
    const looks: number[] = [];
    for (let i = 0; i < 62; i += 1) looks.push((await follow('0000-0000-0000-0000')).status);
    expect(looks[0]).toBe(404);
    expect(looks).toContain(429);
  });
});
