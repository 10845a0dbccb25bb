import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type TestApp } from '../../support/app';
import { EventListener } from '../../support/event-stream';
import { newSite, newUser, PASSWORD, signIn, type Person, type Site } from '../../support/site';

type Body = Record<string, unknown>;

let app: TestApp;
let site: Site;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
}, 120_000);
afterAll(() => app?.close());

const change = (by: Person, id: string, body: Body, version?: string) => {
  const request = app.request.patch(`/api/v1/users/${id}`).set('authorization', `Bearer ${by.token}`);
  return (version === undefined ? request : request.set('if-match', version)).send(body);
};
const told = ({ status, body }: { status: number; body: unknown }): string =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim();
const inspector = (): Promise<Person> => newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
const audited = (id: string, action: string) =>
  app.sql<{ before: Body; after: Body }>(
    'select before, after from audit_entries where entity_id = $1 and action = $2 order by id',
    [id, action],
  );

describe('an account is changed', () => {
  it('with a new name, phone and region; what is left out stays, and each change is in the trail', async () => {
    const person = await inspector();
    const { body } = await change(site.admin, person.userId, { name: ' 新名字 ', phone: '199 0000 4321' }).expect(200);
    expect(body).toMatchObject({ name: '新名字', phone: '199****4321', roles: ['inspector'], regionCode: '411003' });
    await change(site.admin, person.userId, { regionCode: '411003001' }).expect(200);
    expect((await person.get('/me').expect(200)).body).toMatchObject({
      user: { name: '新名字', regionCode: '411003001' },
    });
    const [first, second] = await audited(person.userId, 'user.changed');
    expect(first).toMatchObject({ before: { name: '测试inspector' }, after: { name: '新名字', phoneChanged: true } });
    expect(second).toMatchObject({ before: { regionCode: '411003' }, after: { regionCode: '411003001' } });
    expect(JSON.stringify(first)).not.toContain('1990000');
  });

  it('new roles open and close doors with the next request, without a new sign-in', async () => {
    const person = await inspector();
    const asked = (): PromiseLike<{ status: number }> => person.get('/changes');
    expect((await asked()).status).toBe(403);
    await change(site.admin, person.userId, { roles: ['regulator'] }).expect(200);
    expect((await asked()).status).toBe(200);
    await change(site.admin, person.userId, { roles: ['trainer'] }).expect(200);
    expect((await asked()).status).toBe(403);
  });

  it('only as it was read: an older form is refused, with the version of now', async () => {
    const person = await inspector();
    const { etag } = (await site.admin.get(`/users/${person.userId}`).expect(200)).headers as { etag: string };
    const first = await change(site.admin, person.userId, { name: '甲' }, etag).expect(200);
    const late = await change(site.admin, person.userId, { name: '乙' }, etag);
    expect([told(late), (late.body as Body)['version']]).toEqual([
      '412 version.stale',
      (first.body as Body)['version'],
    ]);
    await change(site.admin, person.userId, { name: '乙' }, '*').expect(200);
    expect(told(await change(site.admin, person.userId, { name: '丙' }, 'W/"1"'))).toBe('422 version.unreadable');
  });

  it.each<[string, Body, string]>([
    ['no role', { roles: [] }, '422 request.invalid'],
    ['an unknown role', { roles: ['god'] }, '422 request.invalid'],
    ['a name of nothing', { name: '' }, '422 request.invalid'],
    ['a name of null', { name: null }, '422 request.invalid'],
    ['a phone that is none', { phone: '12345' }, '422 field.phone'],
    ['an enterprise role without its enterprise', { roles: ['safety-officer'] }, '422 user.enterprise-required'],
    ['an enterprise that is not there', { enterpriseId: 'NONE' }, '422 user.enterprise-unknown'],
    ['a welder who is not there', { welderId: 'NONE' }, '422 user.welder-unknown'],
    ['a user name', { username: 'another' }, '422 request.invalid'],
    ['a password', { password: 'Long-Enough-1' }, '422 request.invalid'],
  ])('not to %s', async (_, body, expected) => {
    const person = await inspector();
    expect(told(await change(site.admin, person.userId, body))).toBe(expected);
  });

  it('not to a phone or a welder that another account has', async () => {
    const [one, other] = [await inspector(), await inspector()];
    await change(site.admin, one.userId, { phone: '19900005555' }).expect(200);
    expect(told(await change(site.admin, other.userId, { phone: '199-0000-5555' }))).toBe('409 user.phone-taken');
    expect(told(await change(site.admin, other.userId, { welderId: site.welderId }))).toBe('409 user.welder-taken');
  });

  it('by a stranger never: not by an enterprise, a regulator or the person', async () => {
    const person = await inspector();
    const regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    for (const [by, answer] of [
      [site.manager, '404 user.not-found'],
      [regulator, '403 role.not-yours-to-give'],
      [person, '403 access.denied'],
    ] as const)
      expect(told(await change(by, person.userId, { roles: ['admin'] }))).toBe(answer);
    for (const by of [site.manager, regulator])
      expect(told(await change(by, site.watcher.userId, { roles: ['admin'] }))).toBe('403 role.not-yours-to-give');
    expect(told(await change(site.safety, site.watcher.userId, { roles: ['admin'] }))).toBe('403 access.denied');
    expect(told(await change(site.admin, 'NOBODY', { name: '甲' }))).toBe('404 user.not-found');
  });

  it('to somebody who signs: an administrator has seen who it is, and the seat goes with the role', async () => {
    const person = await newUser(app, site.admin, ['fire-watcher'], { enterpriseId: site.enterpriseId });
    expect((await change(site.admin, person.userId, { roles: ['safety-officer'] })).body).toMatchObject({
      seatSource: 'registered',
      seatWaitingSince: null,
    });
    expect((await change(site.admin, person.userId, { roles: ['fire-watcher'] })).body).toMatchObject({
      seatSource: null,
    });
  });
});

describe('one’s own account', () => {
  it('may get another name, never other roles or another region', async () => {
    await change(site.admin, site.admin.userId, { name: '系统管理员' }).expect(200);
    const second = await newUser(app, site.admin, ['admin']);
    for (const body of [{ roles: ['admin', 'regulator'] }, { roles: ['welder'] }, { regionCode: '411003' }])
      expect(told(await change(second, second.userId, body))).toBe('403 user.own-standing');
    await site.admin.must(`/users/${second.userId}/disable`);
  });

  it('is not disabled by oneself', async () => {
    expect(told(await site.admin.post(`/users/${site.admin.userId}/disable`))).toBe('403 user.cannot-disable-self');
  });
});

describe('the last administrator', () => {
  it('stays when two shut each other out at the same moment', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const first = await newUser(app, site.admin, ['admin']);
      const second = await newUser(app, site.admin, ['admin']);
      await app.sql(`update users set disabled_at = now() where id = $1`, [site.admin.userId]);
      const [one, two] = await Promise.all([
        first.post(`/users/${second.userId}/disable`),
        turn % 2 === 0
          ? second.post(`/users/${first.userId}/disable`)
          : change(second, first.userId, { roles: ['welder'] }),
      ]);
      expect([one, two].filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await app.sql<{ id: string }>(
        `select id from users where 'admin' = any(roles) and disabled_at is null`,
      );
      expect(left).toHaveLength(1);
      await app.sql(`update users set disabled_at = null where id = $1`, [site.admin.userId]);
      await app.sql(`update users set disabled_at = now() where id = any($1)`, [[first.userId, second.userId]]);
    }
  }, 60_000);
});

describe('a disabled account', () => {
  it('loses its sessions and its event streams at once', async () => {
    const person = await inspector();
    const stream = await EventListener.open(app.url, person.token);
    await site.admin.must(`/users/${person.userId}/disable`);
    expect(told(await person.get('/me'))).toBe('401 auth.session-ended');
    expect(await Promise.race([stream.ended.then(() => 'ended'), sleep(3_000).then(() => 'open')])).toBe('ended');
    stream.close();
    expect(await audited(person.userId, 'user.disabled')).toHaveLength(1);
  });
});

describe('a password that an administrator gives', () => {
  const reset = (id: string, body: Body = {}) => site.admin.post(`/users/${id}/password`, body);

  it('is made by the platform, shown once, and opens nothing until it is changed', async () => {
    const person = await inspector();
    const { body } = await reset(person.userId).expect(200);
    const temporary = String((body as Body)['temporaryPassword']);
    expect(temporary).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    expect(body).toMatchObject({ accessTemporary: true });
    expect(told(await person.get('/me'))).toBe('401 auth.session-ended');
    const { body: later } = await site.admin.get(`/users/${person.userId}`);
    expect(JSON.stringify(later)).not.toContain(temporary);

    const username = String((body as Body)['username']);
    const back = await signIn(app, username, temporary);
    expect((await back.get('/me').expect(200)).body).toMatchObject({ mustChangePassword: true });
    for (const path of ['/permits', '/events', '/statistics/overview', '/violations'])
      expect(told(await back.get(path))).toBe('403 auth.password-temporary');
    expect((await back.get(`/codes/${site.machineCode}`)).body).not.toHaveProperty('official.open');

    const kept = await back.post('/me/password', { current: temporary, password: temporary });
    expect(told(kept)).toBe('422 user.password-unchanged'); // whoever gave it knows it
    const changed = await back.post('/me/password', { current: temporary, password: 'My-Own-Words-7' }).expect(200);
    const { accessToken } = changed.body as { accessToken: string };
    const free = await app.request.get('/api/v1/violations').set('authorization', `Bearer ${accessToken}`);
    expect(free.status).toBe(200);
    expect(told(await reset(person.userId, { password: '12345678' }))).toBe('422 user.password-common');
    const trail = await audited(person.userId, 'user.password-reset');
    expect([trail.length, JSON.stringify(trail).includes(temporary)]).toEqual([1, false]);
  });

  it('may be the administrator’s own choice, and is temporary too', async () => {
    const person = await inspector();
    const { body } = await reset(person.userId, { password: 'Given-Password-1' }).expect(200);
    expect(body).toMatchObject({ temporaryPassword: null, accessTemporary: true });
    const back = await signIn(app, String((body as Body)['username']), 'Given-Password-1');
    expect(told(await back.get('/violations'))).toBe('403 auth.password-temporary');
  });

  it('does not bind a session that a code to the phone opened', async () => {
    const person = await inspector();
    await change(site.admin, person.userId, { phone: '19900007777' }).expect(200);
    await reset(person.userId).expect(200);
    await app.request.post('/api/v1/auth/code').send({ phone: '19900007777' }).expect(200);
    const code = /\d{6}/.exec(app.lastTextTo('19900007777'))?.[0];
    const { body } = await app.request.post('/api/v1/auth/login').send({ phone: '19900007777', code }).expect(200);
    const { accessToken } = body as { accessToken: string };
    const list = await app.request.get('/api/v1/violations').set('authorization', `Bearer ${accessToken}`);
    expect(list.status).toBe(200);
  });

  it('of a new account is the person’s own: it can be used at once', async () => {
    const person = await inspector();
    expect((await person.get('/me')).body).toMatchObject({ mustChangePassword: false });
    expect(PASSWORD).toBeTruthy();
  });
});
