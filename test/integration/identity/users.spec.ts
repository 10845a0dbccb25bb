import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bearer, codeOf, House, PASSWORD } from '../platform/house';

let house: House;
const tokens = new Map<string, string>();
beforeAll(async () => {
  house = await House.open();
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  await house.user({ id: 'COUNTY', roles: ['regulator'], regionCode: '411003' });
  await house.user({ id: 'SHOP', roles: ['enterprise-manager'], enterpriseId: 'E1', regionCode: '411003001' });
  await house.user({ id: 'WATCH', roles: ['fire-watcher'], enterpriseId: 'E1', regionCode: '411003001' });
  await house.user({ id: 'FAR', roles: ['welder'], regionCode: '411004' });
  for (const name of ['admin', 'county', 'shop', 'watch', 'far']) tokens.set(name, await house.tokenOf(name));
});
afterAll(() => house?.close());

const get = (name: string, path: string, query: Record<string, string | number> = {}) =>
  house.http
    .get(`/api/v1${path}`)
    .query(query)
    .set(bearer(tokens.get(name) ?? ''));
const register = (body: object, name = 'admin') =>
  house.http
    .post('/api/v1/users')
    .set(bearer(tokens.get(name) ?? ''))
    .send(body);
const ids = (answer: { body: unknown }): string[] =>
  (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);

describe('the list of users', () => {
  it.each([
    ['admin', ['WATCH', 'SHOP', 'FAR', 'COUNTY', 'ADMIN']],
    ['county', ['WATCH', 'SHOP', 'COUNTY']],
    ['shop', ['WATCH', 'SHOP']],
  ])('%s sees those within reach', async (name, expected) => {
    expect(ids(await get(name, '/users').expect(200))).toEqual(expected);
  });

  it('is filtered, searched and read page by page', async () => {
    expect(ids(await get('admin', '/users', { role: 'fire-watcher' }))).toEqual(['WATCH']);
    expect(ids(await get('admin', '/users', { enterpriseId: 'E1' }))).toEqual(['WATCH', 'SHOP']);
    expect(ids(await get('admin', '/users', { q: 'sho' }))).toEqual(['SHOP']);
    expect(ids(await get('admin', '/users', { q: '%' }))).toEqual([]);
    const first = await get('admin', '/users', { limit: 3 });
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await get('admin', '/users', { limit: 3, cursor: nextCursor });
    expect([...ids(first), ...ids(second)]).toEqual(['WATCH', 'SHOP', 'FAR', 'COUNTY', 'ADMIN']);
    expect((second.body as { nextCursor: string | null }).nextCursor).toBeNull();
  });

  it('is not for those on site', async () => {
    expect(codeOf(await get('watch', '/users'))).toBe('403 access.denied');
  });

  it('holds no hash and no whole phone', async () => {
    await register({ username: 'with-phone', name: '测试', roles: ['welder'], phone: '19900001234' }).expect(201);
    const text = JSON.stringify((await get('admin', '/users')).body);
    expect(text).toContain('199****1234');
    expect(text).not.toMatch(/argon2|19900001234|phone_hash|password/);
  });
});

describe('one user', () => {
  it('is shown within reach only', async () => {
    expect((await get('shop', '/users/WATCH').expect(200)).body).toMatchObject({ id: 'WATCH', username: 'watch' });
    expect(codeOf(await get('shop', '/users/FAR'))).toBe('404 user.not-found');
    expect(codeOf(await get('county', '/users/FAR'))).toBe('404 user.not-found');
  });
});

describe('a new account', () => {
  const ordinary = {
    username: 'New.User',
    password: 'Long-Enough-1',
    name: '测试新人',
    roles: ['inspector'],
    regionCode: '411003',
  };

  it('can be used at once, under its name in any spelling', async () => {
    const { body } = await register(ordinary).expect(201);
    expect(body).toMatchObject({ username: 'new.user', roles: ['inspector'], regionCode: '411003', disabled: false });
    const session = await house.logIn('NEW.user', 'Long-Enough-1').expect(200);
    expect(session.body).toMatchObject({ user: { scope: { kind: 'region', regionCode: '411003' } } });
  });

  it.each([
    ['a name that is taken', { username: 'ADMIN' }, '409 user.username-taken'],
    ['a phone that is taken', { username: 'other', phone: '199 0000 1234' }, '409 user.phone-taken'],
    ['no way in', { username: 'other', password: undefined }, '422 request.invalid'],
    ['a short password', { username: 'other', password: '1234567' }, '422 request.invalid'],
    ['an unknown role', { username: 'other', roles: ['god'] }, '422 request.invalid'],
    ['no role', { username: 'other', roles: [] }, '422 request.invalid'],
    [
      'an enterprise role without its enterprise',
      { username: 'other', roles: ['safety-officer'] },
      '422 request.invalid',
    ],
    ['an enterprise that is not there', { username: 'other', enterpriseId: 'NONE' }, '422 request.invalid'],
    ['a welder who is not there', { username: 'other', welderId: 'NONE' }, '422 request.invalid'],
    ['a name with spaces', { username: 'o t h e r' }, '422 request.invalid'],
    ['a phone that is none', { username: 'other', phone: '12345' }, '422 request.invalid'],
  ])('is refused for %s', async (_, change, expected) => {
    expect(codeOf(await register({ ...ordinary, ...change }))).toBe(expected);
  });

  it('is made by administrators', async () => {
    expect(codeOf(await register(ordinary, 'county'))).toBe('403 access.denied');
  });
});

describe('a password that leaked', () => {
  const LEAKED = 'krokodil-Tinte-47';
  const file = join(tmpdir(), `hanan-leaked-${process.pid}.txt`);
  beforeAll(() => {
    writeFileSync(file, `${createHash('sha1').update(LEAKED).digest('hex').toUpperCase()}:12\n`);
    Object.assign(house.config, { leakedPasswordsFile: file });
  });
  afterAll(() => {
    Object.assign(house.config, { leakedPasswordsFile: null });
    rmSync(file);
  });
  const refusal = (answer: { status: number; body: unknown }) => [
    answer.status,
    (answer.body as { errors: unknown[] }).errors[0],
  ];

  it('is taken for no new account, as nobody’s own and by no administrator’s choice', async () => {
    const told = [422, expect.objectContaining({ path: 'password', code: 'user.password-leaked' })];
    const account = { username: 'leaky', name: '测试', roles: ['regulator'], regionCode: '411003' };
    const admin = bearer(tokens.get('admin') ?? '');
    expect(refusal(await register({ ...account, password: LEAKED }))).toEqual(told);
    expect(
      refusal(await house.http.post('/api/v1/me/password').set(admin).send({ current: PASSWORD, password: LEAKED })),
    ).toEqual(told);
    expect(refusal(await house.http.post('/api/v1/users/FAR/password').set(admin).send({ password: LEAKED }))).toEqual(
      told,
    );
    await register({ ...account, password: `${LEAKED}!` }).expect(201);
  });
});
