import { hasRole, OF_A_REGION } from '../../src/domain/people/roles';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { PASSWORD, Person, signIn } from '../support/site';

type Body = Record<string, unknown>;

describe('accounts for everyone: from an empty database by people alone', () => {
  let app: TestApp;
  let admin: Person;
  let regulator: Person;
  let manager: Person;
  let enterpriseId: string;
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
  }, 120_000);
  afterAll(() => app?.close());

  let serial = 7_000;
  const phone = (): string => inventedPhone((serial += 1));
  const lastCode = (to: string): string => /(\d{6})/.exec(app.lastTextTo(to))?.[1] ?? '';
  const invite = (by: Person, to: string, roles: string[], more: Body = {}) =>
    by.post('/invitations', { phone: to, roles, ...more });
  const open = (token: string) => app.request.get(`/api/v1/invitations/${token}`);
  const accept = (token: string, body: Body, by?: Person) =>
    app.request
      .post(`/api/v1/invitations/${token}/accept`)
      .set(by ? { authorization: `Bearer ${by.token}` } : {})
      .send(body);
  const codeFor = async (token: string, to: string): Promise<string> => {
    await app.sql('delete from login_codes');
    await app.request.post(`/api/v1/invitations/${token}/code`).expect(200);
    return lastCode(to);
  };

  /** Invited, and let in by the code on the phone. */
  async function comesIn(by: Person, username: string, roles: string[], more: Body = {}, idNumber?: string) {
    const to = phone();
    const { token } = (await by.must('/invitations', { phone: to, roles, ...more })) as { token: string };
    const phoneCode = await codeFor(token, to);
    const answer = await accept(token, {
      ...{ name: '测试', username, password: PASSWORD, phoneCode },
      idNumber: idNumber ?? (hasRole({ roles }, ...OF_A_REGION) ? inventedIdNumber(1_000 + (serial += 1)) : undefined),
    });
    expect(answer.body).toMatchObject({ userId: expect.any(String) as string });
    return { person: await signIn(app, username), phone: to, token };
  }

  it('the administrator invites a regulator, and the link shows what it offers and no phone', async () => {
    const to = phone();
    const made = await admin.must('/invitations', {
      phone: to,
      roles: ['regulator'],
      regionCode: '411003',
      trades: ['fire'],
    });
    const { token, url, expiresAt } = made as { token: string; url: string; expiresAt: string };
    expect(url).toBe(`https://hanan.test.example/m/join/${token}`);
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
    expect(app.lastTextTo(to)).toContain(url);
    const [row] = await app.sql<{ all: string }>('select row_to_json(i)::text as all from invitations i');
    expect(row?.all).not.toContain(token);
    expect(row?.all).not.toContain(to);
    const shown = (await open(token).expect(200)).body as Body;
    expect(shown).toMatchObject({
      state: 'open',
      roles: ['regulator'],
      trades: ['fire'],
      phone: `199****${to.slice(-4)}`,
    });

    const body = { name: '测试监管', username: 'reg1', password: PASSWORD };
    const forwarded = await accept(token, { ...body, phoneCode: '000000' });
    expect(forwarded).toMatchObject({ status: 422, body: { code: 'invitation.wrong-code' } });
    expect((await accept(token, body)).body).toMatchObject({ code: 'invitation.code-needed' });
    const phoneCode = await codeFor(token, to);
    expect((await accept(token, { ...body, phoneCode })).body).toMatchObject({ code: 'user.identity-needed' });
    const named = { ...body, phoneCode, idNumber: inventedIdNumber(7_000) };
    expect((await accept(token, named)).status).toBe(200);
    expect((await accept(token, { ...named, username: 'reg2' })).body).toMatchObject({
      code: 'invitation.used',
    });
    expect((await open(token)).body).toMatchObject({ state: 'used' });
    regulator = await signIn(app, 'reg1');
    expect((await regulator.get('/me')).body).toMatchObject({ user: { regionCode: '411003', trades: ['fire'] } });
  });

  it('a regulator invites below, and nobody gives more than they have', async () => {
    const grid = await comesIn(regulator, 'grid1', ['grid-worker'], { regionCode: '411003001' });
    for (const [by, roles, more, code] of [
      [regulator, ['admin'], {}, 'role.not-yours-to-give'],
      [regulator, ['regulator'], { regionCode: '4110' }, 'role.outside-reach'],
      [regulator, ['grid-worker'], { regionCode: '411002' }, 'role.outside-reach'],
      [regulator, ['safety-officer'], {}, 'role.enterprise-needed'],
      [grid.person, ['grid-worker'], {}, 'access.denied'],
    ] as const)
      expect((await invite(by, phone(), [...roles], more)).body).toMatchObject({ code });
  });

  it('expired, withdrawn, sent again: each link says what became of it', async () => {
    const to = phone();
    const first = (await regulator.must('/invitations', { phone: to, roles: ['inspector'] })) as {
      id: string;
      token: string;
    };
    expect((await invite(regulator, to, ['inspector'])).body).toMatchObject({ code: 'invitation.open-already' });
    await app.sql(
      `update invitations set created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days' where id = $1`,
      [first.id],
    );
    expect((await open(first.token)).body).toMatchObject({ state: 'expired' });
    expect((await accept(first.token, { phoneCode: '123456' })).body).toMatchObject({ code: 'invitation.expired' });
    const again = (await regulator.must(`/invitations/${first.id}/resend`)) as { token: string };
    expect((await open(first.token)).status).toBe(404);
    expect((await open(again.token)).body).toMatchObject({ state: 'open' });
    await regulator.must(`/invitations/${first.id}/withdraw`);
    expect((await accept(again.token, { phoneCode: '123456' })).body).toMatchObject({ code: 'invitation.withdrawn' });
    expect((await regulator.post(`/invitations/${first.id}/resend`)).body).toMatchObject({
      code: 'invitation.withdrawn',
    });
  });

  it('a firm’s manager brings the firm’s people in; their seats wait for an official', async () => {
    const firm = await admin.must('/enterprises', {
      name: '测试企业', kind: 'individual', regionCode: '411003001', industry: 'manufacturing', contactName: '测试', contactPhone: phone(),
    }); // prettier-ignore
    enterpriseId = String(firm['id']);
    const made = await comesIn(regulator, 'boss1', ['enterprise-manager'], { enterpriseId }, inventedIdNumber(7_001));
    manager = made.person;
    expect((await invite(manager, made.phone, ['safety-officer'])).body).toMatchObject({ code: 'invitation.to-self' });
    expect((await invite(manager, phone(), ['safety-officer'], { enterpriseId: 'another' })).body).toMatchObject({
      code: 'user.enterprise-unknown',
    });
    const safety = await comesIn(manager, 'safe1', ['safety-officer'], {}, inventedIdNumber(7_002));
    expect((await safety.person.get('/me')).body).toMatchObject({ user: { enterpriseId, seatSource: null } });
    const watcher = await comesIn(manager, 'watch1', ['fire-watcher']);
    expect((await watcher.person.get('/me')).body).toMatchObject({ user: { seatWaitingSince: null } });
    expect((await admin.get('/invitations')).body).toMatchObject({ items: { length: 6 } });
    expect((await manager.get('/invitations')).body).toMatchObject({ items: { length: 3 } });
  });

  it('three phones of one identity take no three seats', async () => {
    const idNumber = inventedIdNumber(7_003);
    await comesIn(manager, 'seat1', ['safety-officer'], {}, idNumber);
    for (const [written, by, roles] of [
      [idNumber, manager, ['enterprise-head']],
      [inventedIdNumber(7_001), manager, ['enterprise-head']],
      // nor does who signs for a firm supervise it from another phone
      [idNumber, regulator, ['inspector']],
    ] as const) {
      const to = phone();
      const { token } = (await by.must('/invitations', { phone: to, roles })) as { token: string };
      const phoneCode = await codeFor(token, to);
      const second = await accept(token, {
        name: '测试',
        username: `seat${to}`,
        password: PASSWORD,
        phoneCode,
        idNumber: written,
      });
      expect(second).toMatchObject({ status: 409, body: { code: 'user.identity-taken' } });
    }
  });

  it('a phone that has an account takes the role up there, and only its owner', async () => {
    const officer = await comesIn(manager, 'watch2', ['fire-watcher']);
    const { token } = (await manager.must('/invitations', { phone: officer.phone, roles: ['safety-officer'] })) as {
      token: string;
    };
    const phoneCode = await codeFor(token, officer.phone);
    const body = { name: '测试', username: 'watch3', password: PASSWORD, phoneCode, idNumber: inventedIdNumber(7_004) };
    expect(await accept(token, body)).toMatchObject({ status: 409, body: { code: 'user.account-exists' } });
    expect((await accept(token, {}, regulator)).body).toMatchObject({ code: 'invitation.other-phone' });
    expect((await accept(token, {}, officer.person)).body).toMatchObject({ code: 'user.identity-needed' });
    expect((await accept(token, { idNumber: inventedIdNumber(7_004) }, officer.person)).status).toBe(200);
    const me = (await officer.person.get('/me')).body as { user: Body };
    expect(me.user).toMatchObject({ roles: ['fire-watcher', 'safety-officer'], username: 'watch2' });
    const told = await regulator.post(`/users/${officer.person.userId}/confirm`, { idNumber: inventedIdNumber(7_005) });
    expect(told.body).toMatchObject({ code: 'user.identity-differs' });
    await regulator.must(`/users/${officer.person.userId}/confirm`, { idNumber: inventedIdNumber(7_004) });
  });

  const change = (by: Person, id: string, body: Body) =>
    app.request.patch(`/api/v1/users/${id}`).set('authorization', `Bearer ${by.token}`).send(body);

  it('a firm looks after its own people and nobody else; nobody gives themselves a second role', async () => {
    const { person } = await comesIn(manager, 'watch4', ['fire-watcher']);
    // whom no official has seen brings people in and rules over none
    for (const refused of [
      change(manager, person.userId, { roles: ['fire-watcher', 'safety-officer'] }),
      manager.post(`/users/${person.userId}/disable`),
      manager.post(`/users/${person.userId}/password`),
      manager.post(`/users/${person.userId}/leave`),
    ])
      expect(await refused).toMatchObject({ status: 403, body: { code: 'user.manager-unconfirmed' } });
    await regulator.must(`/users/${manager.userId}/confirm`, { idNumber: inventedIdNumber(7_001) });
    expect((await change(manager, person.userId, { roles: ['fire-watcher', 'grid-worker'] })).body).toMatchObject({
      code: 'role.two-sides',
    });
    expect((await change(manager, person.userId, { phone: phone() })).body).toMatchObject({
      code: 'user.administrator-only',
    });
    expect((await change(manager, person.userId, { roles: ['fire-watcher', 'safety-officer'] })).status).toBe(200);
    expect((await person.get('/me')).body).toMatchObject({ user: { seatWaitingSince: expect.any(String) as string } });
    expect(
      (await change(manager, manager.userId, { roles: ['enterprise-manager', 'safety-officer'] })).body,
    ).toMatchObject({ code: 'user.own-standing' });
    expect((await manager.post(`/users/${regulator.userId}/disable`)).status).toBe(404);
    expect((await regulator.post(`/users/${admin.userId}/disable`)).status).toBe(404);
    const given = (await manager.must(`/users/${person.userId}/password`)) as { temporaryPassword: string };
    const again = await signIn(app, 'watch4', given.temporaryPassword);
    expect((await again.get('/permits')).body).toMatchObject({ code: 'auth.password-temporary' });
    await manager.must(`/users/${person.userId}/disable`);
    expect((await again.get('/me')).status).toBe(401);
    await manager.must(`/users/${person.userId}/enable`);
  });

  it('a seat given in addition is confirmed anew, whoever gives it; one taken away is not', async () => {
    const idNumber = inventedIdNumber(7_031);
    const { person, phone: to } = await comesIn(manager, 'safe3', ['safety-officer'], {}, idNumber);
    const waits = async () => ((await person.get('/me')).body as { user: Body }).user['seatWaitingSince'] !== null;
    const confirmed = () => regulator.must(`/users/${person.userId}/confirm`, { idNumber });
    await confirmed();
    expect((await change(manager, person.userId, { roles: ['safety-officer', 'enterprise-head'] })).status).toBe(200);
    expect(await waits()).toBe(true);
    await confirmed();
    expect((await change(manager, person.userId, { roles: ['safety-officer'] })).status).toBe(200);
    expect(await waits()).toBe(false);
    const { token } = (await manager.must('/invitations', { phone: to, roles: ['enterprise-head'] })) as { token: string }; // prettier-ignore
    expect((await accept(token, {}, person)).status).toBe(200);
    expect(await waits()).toBe(true);
    expect((await change(manager, person.userId, { roles: ['safety-officer'] })).status).toBe(200);
  });

  it('the last administrator and the last leader stay, also when two go at once', async () => {
    expect((await admin.post(`/users/${admin.userId}/disable`)).body).toMatchObject({
      code: 'user.cannot-disable-self',
    });
    expect((await manager.post(`/users/${manager.userId}/leave`)).body).toMatchObject({ code: 'user.last-manager' });
    expect((await admin.post(`/users/${manager.userId}/disable`)).body).toMatchObject({ code: 'user.last-manager' });
    expect((await change(admin, manager.userId, { roles: ['fire-watcher'] })).body).toMatchObject({
      code: 'user.last-manager',
    });
    const head = await comesIn(manager, 'head1', ['enterprise-head'], {}, inventedIdNumber(7_006));
    await regulator.must(`/users/${head.person.userId}/confirm`, { idNumber: inventedIdNumber(7_006) });
    const answers = await Promise.all([
      manager.post(`/users/${head.person.userId}/leave`),
      head.person.post(`/users/${manager.userId}/leave`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [left] = await app.sql<{ count: string }>(
      `select count(*) from users where enterprise_id = $1 and disabled_at is null and roles && array['enterprise-manager', 'enterprise-head']`,
      [enterpriseId],
    );
    expect(left?.count).toBe('1');
  });

  it('who left comes back by a new invitation, in the same account', async () => {
    const boss = await regulator.get(`/users?enterpriseId=${enterpriseId}`);
    const leads = (
      boss.body as { items: { id: string; roles: string[]; disabled: boolean; username: string }[] }
    ).items.find(
      ({ roles, disabled }) =>
        !disabled && roles.some((role) => ['enterprise-manager', 'enterprise-head'].includes(role)),
    );
    const leader = await signIn(app, leads?.username ?? '');
    const officer = await comesIn(leader, 'watch5', ['fire-watcher']);
    const answer = await leader.must(`/users/${officer.person.userId}/leave`);
    expect(answer).toMatchObject({ disabled: true, enterpriseId: null, openPermits: 0 });
    expect((await officer.person.get('/me')).status).toBe(401);
    const { token } = (await leader.must('/invitations', { phone: officer.phone, roles: ['fire-watcher'] })) as {
      token: string;
    };
    const phoneCode = await codeFor(token, officer.phone);
    const back = await accept(token, { name: '测试', username: 'other', password: 'Another-Password-2026', phoneCode });
    expect(back.body).toMatchObject({ userId: officer.person.userId });
    const person = await signIn(app, 'watch5', 'Another-Password-2026');
    expect((await person.get('/me')).body).toMatchObject({ user: { enterpriseId, roles: ['fire-watcher'] } });
  });

  const registers = async (to: string, body: Body) => {
    await app.sql('delete from login_codes');
    await app.request.post('/api/v1/registrations/code').send({ phone: to }).expect(200);
    return app.request
      .post('/api/v1/registrations')
      .send({ phone: to, code: lastCode(to), name: '测试申请人', regionCode: '411003001', ...body });
  };
  const follow = (to: string, code: string) =>
    app.request.post('/api/v1/registrations/follow').send({ phone: to, code });

  it('a welder and a firm register themselves, the grid worker confirms, and they sign in by a code', async () => {
    const grid = await signIn(app, 'grid1');
    const [welderPhone, bossPhone] = [phone(), phone()];
    const wrong = await app.request.post('/api/v1/registrations').send({
      phone: welderPhone,
      code: '000000',
      kind: 'welder',
      name: '测',
      idNumber: inventedIdNumber(7_010),
      regionCode: '411003001',
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'registration.wrong-code' } });
    const welder = await registers(welderPhone, { kind: 'welder', idNumber: inventedIdNumber(7_010) });
    expect(welder).toMatchObject({ status: 201, body: { state: 'waiting' } });
    expect((await registers(welderPhone, { kind: 'welder', idNumber: inventedIdNumber(7_010) })).body).toMatchObject({
      code: 'registration.waits-already',
    });
    const enterprise = { name: '测试个体户', industry: 'repair' };
    expect((await registers(bossPhone, { kind: 'enterprise', idNumber: inventedIdNumber(7_011) })).body).toMatchObject({
      code: 'registration.enterprise-needed',
    });
    const firm = await registers(bossPhone, { kind: 'enterprise', idNumber: inventedIdNumber(7_011), enterprise });
    expect(firm.status).toBe(201);
    const ids = [welder, firm].map(({ body }) => (body as { id: string }).id);

    expect((await grid.get('/registrations?state=waiting')).body).toMatchObject({
      items: [{ id: ids[1] }, { id: ids[0], phone: `199****${welderPhone.slice(-4)}` }],
    });
    const elsewhere = await comesIn(regulator, 'grid2', ['grid-worker'], { regionCode: '411003002' });
    expect((await elsewhere.person.get('/registrations')).body).toMatchObject({ items: [] });
    for (const command of ['confirm', 'receive'])
      expect((await elsewhere.person.post(`/registrations/${ids[0]}/${command}`)).status).toBe(404);
    expect((await manager.get('/registrations')).status).toBe(403);

    const both = await Promise.all([
      grid.post(`/registrations/${ids[0]}/confirm`),
      grid.post(`/registrations/${ids[0]}/confirm`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(app.lastTextTo(welderPhone)).toContain('已通过');
    await grid.must(`/registrations/${ids[1]}/confirm`);
    for (const [to, roles] of [
      [welderPhone, ['welder']],
      [bossPhone, ['enterprise-manager']],
    ] as const) {
      await app.request.post('/api/v1/auth/code').send({ phone: to }).expect(200);
      const session = await app.request.post('/api/v1/auth/login').send({ phone: to, code: lastCode(to) });
      expect(session).toMatchObject({ status: 200, body: { user: { roles } } });
      if (to === bossPhone)
        manager = new Person(
          app,
          (session.body as { accessToken: string }).accessToken,
          (session.body as { user: { id: string } }).user.id,
        );
    }
    expect((await manager.get('/me')).body).toMatchObject({ user: { seatWaitingSince: expect.any(String) as string } });
    const safety = await comesIn(manager, 'safe2', ['safety-officer'], {}, inventedIdNumber(7_012));
    await regulator.must(`/users/${manager.userId}/confirm`, { idNumber: inventedIdNumber(7_011) });
    await regulator.must(`/users/${safety.person.userId}/confirm`, { idNumber: inventedIdNumber(7_012) });
  });

  it('who confirms sees what may be the same; a known person gets the account of the record, an identity no second seat', async () => {
    const known = await regulator.must('/welders', {
      name: '测试焊工',
      idNumber: inventedIdNumber(7_020),
      phone: phone(),
      regionCode: '411003001',
    });
    const to = phone();
    const again = (await registers(to, { kind: 'welder', idNumber: inventedIdNumber(7_020) })).body as { id: string };
    expect((await regulator.get(`/registrations/${again.id}`)).body).toMatchObject({
      duplicates: [{ kind: 'welder', id: known['id'], because: 'identity' }],
    });
    await regulator.must(`/registrations/${again.id}/confirm`);
    expect(await app.sql('select welder_id from registrations where id = $1', [again.id])).toEqual([
      { welder_id: known['id'] },
    ]);
    const seat = (
      await registers(phone(), {
        kind: 'enterprise',
        idNumber: inventedIdNumber(7_011),
        enterprise: { name: '另一家', industry: 'other' },
      })
    ).body as { id: string };
    expect((await regulator.post(`/registrations/${seat.id}/confirm`)).body).toMatchObject({
      code: 'user.identity-taken',
    });
    expect(await app.sql(`select 1 from enterprises where name = '另一家'`)).toEqual([]);
  });

  it('a registration goes to another department with a receipt, and is refused with a reason that the applicant reads', async () => {
    const to = phone();
    const { id } = (await registers(to, { kind: 'welder', idNumber: inventedIdNumber(7_030) })).body as { id: string };
    const market = await comesIn(regulator, 'market1', ['regulator'], { trades: ['market'] });
    const nobody = await regulator.post(`/registrations/${id}/handover`, { trade: 'culture', reason: '归文旅部门' });
    expect(nobody).toMatchObject({ status: 422, body: { code: 'registration.department-empty' } });
    await regulator.must(`/registrations/${id}/handover`, { trade: 'market', reason: '归市场监管部门' });
    expect((await regulator.post(`/registrations/${id}/confirm`)).body).toMatchObject({
      code: 'registration.other-trade',
    });
    expect((await market.person.post(`/registrations/${id}/refuse`, { reason: '资料不全' })).body).toMatchObject({
      code: 'registration.not-received',
    });
    await market.person.must(`/registrations/${id}/receive`);
    await market.person.must(`/registrations/${id}/refuse`, { reason: '资料不全，请补充证件' });
    const receipt = (await regulator.get(`/registrations/${id}`)).body as { handovers: Body[] };
    expect(receipt.handovers).toMatchObject([{ from: null, to: 'market', receivedBy: market.person.userId }]);
    await app.sql('delete from login_codes');
    await app.request.post('/api/v1/registrations/code').send({ phone: to }).expect(200);
    const told = await follow(to, lastCode(to));
    expect(told.body).toMatchObject({ items: [{ state: 'refused', refusedFor: '资料不全，请补充证件' }] });
    expect((await follow(phone(), '000000')).body).toMatchObject({ code: 'registration.wrong-code' });
  });

  it('shows no text that was sent to anybody: that is the demo’s alone', async () => {
    expect((await admin.get('/demo/messages')).status).toBe(404);
    expect((await app.request.get('/api/v1/client-settings')).body).toMatchObject({ showTexts: false });
  });
});
