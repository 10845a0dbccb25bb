import { House, PASSWORD } from '../platform/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.user({ id: 'FIRST', roles: ['admin'] });
  await house.user({ id: 'SECOND', roles: ['admin'] });
});
afterAll(() => house?.close());

const logIn = (username: string, cookie = '') =>
  house.http.post('/api/v1/auth/login').set('cookie', cookie).send({ username, password: PASSWORD }).expect(200);
const deviceIn = (answer: { headers: Record<string, unknown> }): string =>
  (answer.headers['set-cookie'] as string[]).find((one) => one.startsWith('hanan_device=')) ?? '';
const sent = (cookie: string): string => cookie.split(';')[0] ?? '';
const devicesOf = async (userId: string): Promise<(string | null)[]> =>
  (await house.query<{ device_hash: string | null }>(`select device_hash from refresh_families where user_id = '${userId}' order by id`)).map(({ device_hash }) => device_hash); // prettier-ignore

describe('M20 a device is known again when somebody else signs in at it', () => {
  it('by a cookie that scripts cannot read and only sign-ins carry; kept is a hash', async () => {
    const cookie = deviceIn(await logIn('first'));
    expect(cookie).toMatch(/^hanan_device=[\w-]{43}; Max-Age=\d+; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/);
    expect(sent(deviceIn(await logIn('second', sent(cookie))))).toBe(sent(cookie));
    const [first] = await devicesOf('FIRST');
    expect(await devicesOf('SECOND')).toEqual([first]);
    expect(first).not.toContain(sent(cookie).split('=')[1]);
  });

  it('another device is another, and so is one that shows what was never given', async () => {
    await logIn('first');
    await logIn('first', 'hanan_device=short');
    const devices = await devicesOf('FIRST');
    expect(new Set(devices).size).toBe(3);
  });
});
