import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { bearer, codeOf, cookieOf, House, PASSWORD } from '../platform/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  await house.user({ id: 'OTHER', roles: ['admin'] });
});
afterAll(() => house?.close());

const refresh = (cookie: string) => house.http.post('/api/v1/auth/refresh').set('cookie', cookie);
const me = (token: string) => house.http.get('/api/v1/me').set(bearer(token));
const tokenIn = (answer: { body: unknown }): string => (answer.body as { accessToken: string }).accessToken;

describe('signing in', () => {
  it('answers who the user is, and keeps the refresh token from scripts', async () => {
    const answer = await house.logIn('admin').expect(200);
    expect(answer.body).toMatchObject({
      expiresIn: 900,
      user: { id: 'ADMIN', name: '测试ADMIN', roles: ['admin'], scope: { kind: 'region', regionCode: '' } },
    });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^hanan_refresh=[\w-]{43}; Path=\/api\/v1\/auth; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(JSON.stringify(answer.body)).not.toContain(cookieOf(answer).split('=')[1]);
    const { body } = await me(tokenIn(answer)).expect(200);
    expect(body).toMatchObject({ user: { id: 'ADMIN', username: 'admin', disabled: false } });
    expect((body as { permissions: string[] }).permissions).toEqual(
      expect.arrayContaining(['user.write', 'audit.read']),
    );
  });

  it.each([
    ['nothing', {}],
    ['a name alone', { username: 'admin' }],
    ['a password alone', { password: PASSWORD }],
    ['a code without a phone', { username: 'admin', code: '123456' }],
  ])('%s is incomplete', async (_, body) => {
    expect(codeOf(await house.http.post('/api/v1/auth/login').send(body))).toBe('422 login.incomplete');
  });

  it.each([
    ['no token', {}, '401 auth.required'],
    ['a token of someone else', bearer('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJBRE1JTiJ9.x'), '401 auth.token-invalid'],
  ])('%s opens nothing', async (_, headers, expected) => {
    expect(codeOf(await house.http.get('/api/v1/me').set(headers))).toBe(expected);
  });

  it('is audited, with nothing of what was typed', async () => {
    await house.logIn('somebody-unknown', 'a-wrong-password').expect(401);
    const rows = await house.query<{ action: string; entity_id: string }>('select * from audit_entries order by id');
    expect(rows.map(({ action, entity_id }) => `${action} ${entity_id}`)).toEqual(
      expect.arrayContaining(['login.succeeded ADMIN', 'login.failed unknown']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/somebody-unknown|a-wrong-password|Test-Password/);
  });
});

describe('a refresh token', () => {
  it('works once and gives the next one', async () => {
    const first = cookieOf(await house.logIn('admin'));
    const second = await refresh(first).expect(200);
    expect(cookieOf(second)).not.toBe(first);
    await me(tokenIn(second)).expect(200);
    await refresh(cookieOf(second)).expect(200);
  });

  it('used again after its successor was used ends the family: neither branch goes on, and the audit says so', async () => {
    const stolen = cookieOf(await house.logIn('admin'));
    const renewed = await refresh(cookieOf(await refresh(stolen).expect(200))).expect(200);
    const [honest, token] = [cookieOf(renewed), tokenIn(renewed)];
    await me(token).expect(200);
    const again = await refresh(stolen);
    expect(codeOf(again)).toBe('401 session.ended');
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(codeOf(await refresh(honest))).toBe('401 session.ended');
    expect(codeOf(await me(token))).toBe('401 auth.session-ended');
    const reused = await house.query(`select entity_id from audit_entries where action = 'session.token-reused'`);
    expect(reused).toEqual([{ entity_id: 'ADMIN' }]);
  });

  it('does not end the sessions of other devices', async () => {
    const [one, two] = [cookieOf(await house.logIn('admin')), cookieOf(await house.logIn('admin'))];
    await refresh(one).expect(200);
    house.clock.elapse(30 * SECOND + 1);
    await refresh(one).expect(401);
    await refresh(two).expect(200);
  });

  describe('F1 a doubled request or a lost answer', () => {
    it('sent ten times at once gives one successor, and the session goes on', async () => {
      const cookie = cookieOf(await house.logIn('admin'));
      const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(cookie)));
      expect(answers.map(codeOf)).toEqual(Array(10).fill('200'));
      for (const answer of [answers[0]!, answers[9]!]) await refresh(cookieOf(answer)).expect(200);
    });

    it('29 s later it is answered with the successor, unless that was used', async () => {
      const cookie = cookieOf(await house.logIn('admin'));
      const lost = await refresh(cookie).expect(200);
      house.clock.elapse(29 * SECOND);
      const next = await refresh(cookie).expect(200);
      expect(cookieOf(next)).toBe(cookieOf(lost));
      await refresh(cookieOf(next)).expect(200);
      expect(codeOf(await refresh(cookie))).toBe('401 session.ended');
    });

    it('31 s later the family ends', async () => {
      const cookie = cookieOf(await house.logIn('admin'));
      const renewed = cookieOf(await refresh(cookie).expect(200));
      house.clock.elapse(31 * SECOND);
      expect(codeOf(await refresh(cookie))).toBe('401 session.ended');
      expect(codeOf(await refresh(renewed))).toBe('401 session.ended');
    });

    it('a refused sign-in leaves the cookie of the session alone', async () => {
      expect((await house.logIn('admin', 'wrong')).headers['set-cookie']).toBeUndefined();
      await house.logIn('admin').expect(200);
    });
  });

  it.each([
    ['none', ''],
    ['another cookie', 'x=y'],
    ['an invented one', 'hanan_refresh=AAAA'],
  ])('%s is refused', async (_, cookie) => {
    expect(codeOf(await refresh(cookie))).toBe('401 session.ended');
  });

  it('ends with the sign-out', async () => {
    const session = await house.logIn('admin');
    const elsewhere = await house.logIn('admin');
    const cookie = cookieOf(session);
    await me(tokenIn(session)).expect(200);
    const out = await house.http.post('/api/v1/auth/logout').set('cookie', cookie).expect(204);
    expect(cookieOf(out)).toBe('hanan_refresh=');
    await refresh(cookie).expect(401);
    expect(codeOf(await me(tokenIn(session)))).toBe('401 auth.session-ended');
    await me(tokenIn(elsewhere)).expect(200);
    await house.http.post('/api/v1/auth/logout').expect(204);
  });

  it('ends after 14 days without use', async () => {
    const [unused, used] = [cookieOf(await house.logIn('admin')), cookieOf(await house.logIn('admin'))];
    house.clock.elapse(14 * 24 * HOUR - 10 * SECOND);
    await refresh(used).expect(200);
    house.clock.elapse(10 * SECOND);
    await refresh(unused).expect(401);
  });
});

describe('disabling an account', () => {
  it('ends its sessions at once, and enabling lets it in again', async () => {
    await house.user({ id: 'GONE', roles: ['welder'] });
    const session = await house.logIn('gone').expect(200);
    const admin = await house.tokenOf('admin');
    await me(tokenIn(session)).expect(200);
    const post = (path: string) => house.http.post(`/api/v1/users/GONE/${path}`).set(bearer(admin)).expect(200);
    expect((await post('disable')).body).toMatchObject({ disabled: true });
    expect(codeOf(await me(tokenIn(session)))).toBe('401 auth.session-ended');
    await refresh(cookieOf(session)).expect(401);
    expect(codeOf(await house.logIn('gone'))).toBe('401 auth.disabled');
    expect(codeOf(await house.logIn('gone', 'guessed'))).toBe('401 login.failed');
    expect((await post('enable')).body).toMatchObject({ disabled: false });
    await house.logIn('gone').expect(200);
    await refresh(cookieOf(session)).expect(401);
  });

  it('is not for oneself', async () => {
    const admin = await house.tokenOf('admin');
    expect(codeOf(await house.http.post('/api/v1/users/ADMIN/disable').set(bearer(admin)))).toBe(
      '403 user.cannot-disable-self',
    );
  });
});

describe('passwords', () => {
  it('one’s own is changed for the current one; other devices are signed out, this one goes on', async () => {
    await house.user({ id: 'CHANGER', roles: ['welder'] });
    const [here, there] = [await house.logIn('changer'), await house.logIn('changer')];
    const change = (current: string) =>
      house.http
        .post('/api/v1/me/password')
        .set(bearer(tokenIn(here)))
        .send({ current, password: 'Another-Password-1' });
    expect(codeOf(await change('guessed'))).toBe('403 user.wrong-password');
    const changed = await change(PASSWORD).expect(200);
    await refresh(cookieOf(there)).expect(401);
    await refresh(cookieOf(changed)).expect(200);
    await house.logIn('changer').expect(401);
    await house.logIn('changer', 'Another-Password-1').expect(200);
  });

  it('guessing the current one is slowed like guessing at the door', async () => {
    await house.user({ id: 'VICTIM', roles: ['welder'] });
    const token = await house.tokenOf('victim');
    const guess = () =>
      house.http
        .post('/api/v1/me/password')
        .set(bearer(token))
        .send({ current: 'guess', password: 'Another-Password-1' });
    for (let n = 0; n < 5; n += 1) await guess().expect(403);
    expect(codeOf(await guess())).toBe('429 login.delayed');
  });

  it('an administrator gives a new one, to others', async () => {
    await house.user({ id: 'FORGETFUL', roles: ['welder'] });
    const session = await house.logIn('forgetful');
    const admin = await house.tokenOf('admin');
    const reset = (id: string) =>
      house.http.post(`/api/v1/users/${id}/password`).set(bearer(admin)).send({ password: 'Given-Password-1' });
    await reset('FORGETFUL').expect(200);
    expect(codeOf(await me(tokenIn(session)))).toBe('401 auth.session-ended');
    await refresh(cookieOf(session)).expect(401);
    await house.logIn('forgetful', 'Given-Password-1').expect(200);
    expect(codeOf(await reset('ADMIN'))).toBe('403 user.reset-own-password');
    expect(codeOf(await reset('NOBODY'))).toBe('404 user.not-found');
  });
});

describe('a wrong password', () => {
  it('ten times is delayed, by how long is said, and the right one opens when the wait is over', async () => {
    await house.user({ id: 'TARGET', roles: ['welder'] });
    const answers = [];
    for (let n = 0; n < 10; n += 1) answers.push(await house.logIn('target', `wrong-${n}`));
    expect(answers.slice(0, 5).map(codeOf)).toEqual(Array(5).fill('401 login.failed'));
    expect(answers.slice(5).map(codeOf)).toEqual(Array(5).fill('429 login.delayed'));
    expect(answers[9]!.headers['retry-after']).toBe('1');
    expect(codeOf(await house.logIn('target'))).toBe('429 login.delayed');
    house.clock.elapse(SECOND);
    await house.logIn('target').expect(200);
    await house.logIn('target').expect(200);
  });

  it('at forty accounts from one address slows that address down', async () => {
    house.clock.elapse(2 * HOUR);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => house.logIn(`nobody-${n}`)));
    expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(31);
    expect(codeOf(await house.logIn('nobody-41'))).toBe('429 login.delayed');
    const [counted] = await house.query<{ most: number }>('select max(failures) as most from login_failures');
    expect(counted?.most).toBe(answers.filter(({ status }) => status === 401).length);
    house.clock.elapse(2 * HOUR);
  });

  it('is forgiven its account by a success', async () => {
    await house.user({ id: 'CLUMSY', roles: ['welder'] });
    const four = async (): Promise<void> => {
      for (let n = 0; n < 4; n += 1) expect(codeOf(await house.logIn('clumsy', `wrong-${n}`))).toBe('401 login.failed');
    };
    await four();
    await house.logIn('clumsy').expect(200);
    await four();
    await house.logIn('clumsy').expect(200);
    house.clock.elapse(2 * HOUR);
  });

  it('is not forgiven its address by a success: one’s own account would wash away the guesses at others', async () => {
    const guess = async (n: number): Promise<string> => codeOf(await house.logIn(`guessed-${n}`, 'guess'));
    for (let n = 0; n < 30; n += 1) expect(await guess(n)).toBe('401 login.failed');
    await house.logIn('other').expect(200);
    // until the wait is longer than a slow machine takes for one guess
    for (let wait = SECOND; wait <= 64 * SECOND; wait *= 2) {
      expect(await guess(wait)).toBe('401 login.failed');
      house.clock.elapse(wait);
    }
    expect(await guess(30)).toBe('401 login.failed');
    expect(await guess(31)).toBe('429 login.delayed');
    house.clock.elapse(2 * HOUR);
  });

  it('a success never slows down', async () => {
    for (let n = 0; n < 40; n += 1) await house.logIn('other').expect(200);
  });
});

describe('a code by phone', () => {
  const phone = '19900007001';
  const ask = (number: string) => house.http.post('/api/v1/auth/code').send({ phone: number });
  const enter = (code: string) => house.http.post('/api/v1/auth/login').send({ phone, code });
  const code = (): string => /\d{6}/.exec(house.lastTextTo(phone))?.[0] ?? '';

  it('opens a session once, and only the phone with an account gets one', async () => {
    const admin = await house.tokenOf('admin');
    await house.http
      .post('/api/v1/users')
      .set(bearer(admin))
      .send({ username: 'by-phone', name: '测试电话', roles: ['welder'], phone })
      .expect(201);
    expect((await ask('+86 199 0000 7001').expect(200)).body).toEqual((await ask('19900007002').expect(200)).body);
    expect(house.lastTextTo('19900007002')).toBe('');
    expect(codeOf(await ask(phone))).toBe('429 login.code-too-soon');
    const sent = code();
    await enter(sent === '000000' ? '000001' : '000000').expect(401);
    await enter(sent).expect(200);
    house.clock.elapse(30 * SECOND);
    await enter(sent).expect(401);
  });

  it('F1 sent twice at once, or again after a lost answer, it opens a session each time', async () => {
    house.clock.elapse(10 * MINUTE);
    await ask(phone).expect(200);
    const sent = code();
    const answers = await Promise.all([enter(sent), enter(sent)]);
    expect(answers.map(codeOf)).toEqual(['200', '200']);
    house.clock.elapse(29 * SECOND);
    await enter(sent).expect(200);
    house.clock.elapse(SECOND);
    await enter(sent).expect(401);
  });

  it('is over after five minutes', async () => {
    house.clock.elapse(10 * MINUTE);
    await ask(phone).expect(200);
    house.clock.elapse(5 * MINUTE);
    await enter(code()).expect(401);
  });
});

describe('one’s own sessions', () => {
  const PHONE =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/122.0 Mobile Safari/537.36 MicroMessenger/8.0';
  const DESK = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0';
  const signIn = (agent: string, id = 'seen') =>
    house.http
      .post('/api/v1/auth/login')
      .set('user-agent', agent)
      .send({ username: id, password: PASSWORD })
      .expect(200);
  const list = async (token: string): Promise<{ id: string; device: string; isThis: boolean }[]> =>
    (
      (await house.http.get('/api/v1/me/sessions').set(bearer(token)).expect(200)).body as {
        items: { id: string; device: string; isThis: boolean }[];
      }
    ).items;
  const end = (token: string, which: string, body: object = { password: PASSWORD }) =>
    house.http.post(`/api/v1/me/sessions/${which}`).set(bearer(token)).send(body);
  const shown = async (token: string) =>
    (await list(token)).map(({ device, isThis }) => `${device}${isThis ? ' *' : ''}`).sort();

  it('are listed by the kind of their device, ended with the password, and the others of nobody else', async () => {
    await house.user({ id: 'SEEN', roles: ['admin'] });
    const [phone, desk, other] = [await signIn(PHONE), await signIn(DESK), await signIn(DESK, 'other')];
    expect(await shown(tokenIn(desk))).toEqual(['Android · WeChat', 'Windows · Edge *']);
    const [lost, mine, foreign] = [
      (await list(tokenIn(desk))).find(({ isThis }) => !isThis)!.id,
      (await list(tokenIn(desk))).find(({ isThis }) => isThis)!.id,
      (await list(tokenIn(other))).find(({ isThis }) => isThis)!.id,
    ];
    expect(codeOf(await end(tokenIn(desk), `${lost}/end`, {}))).toBe('422 session.password-needed');
    expect(codeOf(await end(tokenIn(desk), `${lost}/end`, { password: 'not the password' }))).toBe(
      '403 user.wrong-password',
    );
    expect(codeOf(await end(tokenIn(desk), `${mine}/end`))).toBe('409 session.this');
    expect(codeOf(await end(tokenIn(desk), `${foreign}/end`))).toBe('404 session.unknown');
    expect(await shown(tokenIn(desk))).toHaveLength(2);
    const left = await end(tokenIn(desk), `${lost}/end`).expect(200);
    expect((left.body as { items: object[] }).items).toHaveLength(1);
    expect(codeOf(await refresh(cookieOf(phone)))).toBe('401 session.ended');
    expect((await me(tokenIn(phone))).status).toBe(401);
    await me(tokenIn(desk)).expect(200);
    await me(tokenIn(other)).expect(200);
    expect(codeOf(await end(tokenIn(desk), `${lost}/end`))).toBe('404 session.unknown');
    const [entry] = await house.query(`select actor_id from audit_entries where action = 'session.ended-elsewhere'`);
    expect(entry).toMatchObject({ actor_id: 'SEEN' });
  });

  it('all but the one that asks end at once; who has no password needs none', async () => {
    const sessions = [await signIn(PHONE), await signIn(DESK), await signIn('')];
    const kept = tokenIn(sessions[2]!);
    await house.query(`update users set password_hash = null where id = 'SEEN'`);
    expect((await shown(kept)).filter((one) => one.endsWith('*'))).toEqual(['null *']);
    await end(kept, 'end-others', {}).expect(200);
    expect(await shown(kept)).toEqual(['null *']);
    for (const ended of sessions.slice(0, 2)) expect((await me(tokenIn(ended))).status).toBe(401);
    expect(codeOf(await end(kept, 'end-others', {}))).toBe('404 session.unknown');
  });
});
