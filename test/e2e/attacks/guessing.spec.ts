import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import { Clock } from '../../../src/platform/time/clock';
import { startApp, type TestApp } from '../../support/app';
import { inventedPhone } from '../../support/people';
import { newUser, PASSWORD, signIn, type Person } from '../../support/site';

let app: TestApp;
let admin: Person;
beforeAll(async () => {
  app = await startApp();
  admin = await signIn(app, 'admin', app.adminPassword);
}, 60_000);
afterAll(() => app.close());

const from = (address: string, path: string) =>
  app.request.post(`/api/v1/auth/${path}`).set('x-forwarded-for', address);
const logIn = (address: string, username: string, password: string, cookie = '') =>
  from(address, 'login').set('cookie', cookie).send({ username, password });
const count = (answers: readonly { status: number }[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;
const account = async (username: string): Promise<void> =>
  void (await admin.must('/users', {
    username,
    password: PASSWORD,
    name: '测试',
    roles: ['regulator'],
    regionCode: '411003',
  }));
const deviceOf = ({ headers }: { headers: Record<string, unknown> }): string =>
  (headers['set-cookie'] as string[])
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith('__Secure-hanan_device=')) ?? '';

/** So that none ends in the middle of a test. */
const toTheNext = (stretch: number): Promise<void> => app.elapse(stretch - (app.app.get(Clock).now() % stretch));

/** Five are free; the waits after them begin with a second and double, so a slow machine sees one more after 1, 3, 7 … seconds. */
function expectSlowed(tried: number, began: number): void {
  const seconds = (Date.now() - began) / 1000;
  expect(tried).toBeGreaterThanOrEqual(5);
  expect(tried).toBeLessThanOrEqual(5 + Math.floor(Math.log2(seconds + 1)));
}

describe('F7, S6: a stranger who guesses', () => {
  it('does not keep the owner out: from another address, 6 of 6', async () => {
    await account('owner-1');
    for (let turn = 0; turn < 6; turn += 1) {
      const guesses = await Promise.all(Array.from({ length: 10 }, () => logIn('198.51.100.1', 'owner-1', 'guess')));
      expect(count(guesses, 200)).toBe(0);
      expect((await logIn(`203.0.113.${turn}`, 'owner-1', PASSWORD)).status).toBe(200);
    }
  });

  it('behind the same address does not delay a device that signed in before', async () => {
    await account('owner-2');
    const device = deviceOf(await logIn('198.51.100.2', 'owner-2', PASSWORD).expect(200));
    const began = Date.now();
    const guesses = await Promise.all(Array.from({ length: 60 }, () => logIn('198.51.100.2', 'owner-2', 'guess')));
    expectSlowed(count(guesses, 401), began);
    expect((await logIn('198.51.100.2', 'owner-2', PASSWORD)).status).toBe(429);
    expect((await logIn('198.51.100.2', 'owner-2', PASSWORD, 'hanan_device=' + 'A'.repeat(43))).status).toBe(429);
    expect((await logIn('198.51.100.2', 'owner-2', PASSWORD, device)).status).toBe(200);
  });

  it('from everywhere at once: the owner on a new device waits three seconds, and is let in', async () => {
    await account('owner-3');
    for (let n = 0; n < 310; n += 31)
      await Promise.all(Array.from({ length: 31 }, (_, i) => logIn(`10.1.${n / 31}.${i}`, 'owner-3', 'guess')));
    const began = Date.now();
    expect((await logIn('203.0.113.77', 'owner-3', PASSWORD)).status).toBe(200);
    expect(Date.now() - began).toBeGreaterThan(2_500);
  }, 120_000);

  it('an IPv6 subscriber is one address', async () => {
    await account('owner-4');
    const answers = [];
    const began = Date.now();
    for (let n = 0; n < 8; n += 1) answers.push(await logIn(`2001:db8:1:2::${n}`, 'owner-4', 'guess'));
    expectSlowed(count(answers, 401), began);
  });

  it('of a password change is slowed, however many at once', async () => {
    const person = await newUser(app, admin, ['regulator'], { regionCode: '411003' });
    const change = () => person.post('/me/password', { current: 'guess', password: 'Another-Password-1' });
    const began = Date.now();
    expectSlowed(count(await Promise.all(Array.from({ length: 40 }, change)), 403), began);
  });
});

describe('S5: two hundred accounts with one password from one address', () => {
  it('a hundred at once: 31 are tried', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => logIn('198.51.100.5', `spray-${n}`, 'Password-1')),
    );
    expect(count(answers, 401) + count(answers, 429)).toBe(100);
    expect(count(answers, 401)).toBeGreaterThanOrEqual(31);
    expect(count(answers, 401)).toBeLessThanOrEqual(34); // on a slow machine the first seconds of waiting pass meanwhile
    const later = await Promise.all(
      Array.from({ length: 100 }, (_, n) => logIn('198.51.100.5', `spray-1${n}`, 'Password-1')),
    );
    expect(count(later, 401)).toBeLessThanOrEqual(2); // a second may have passed meanwhile
  }, 60_000);

  it('an office of forty that arrives at eight is let in', async () => {
    await account('owner-5');
    const answers = await Promise.all(Array.from({ length: 40 }, () => logIn('198.51.100.6', 'owner-5', PASSWORD)));
    expect(count(answers, 200)).toBe(40);
  }, 60_000);
});

describe('S7: a flood of sign-ins', () => {
  it('is refused with 503 and Retry-After beyond what can be served, and whoever signed in before goes first', async () => {
    await account('owner-7');
    const device = deviceOf(await logIn('198.51.100.7', 'owner-7', PASSWORD).expect(200));
    const flood = Array.from({ length: 300 }, (_, n) =>
      logIn(`10.7.${n >> 8}.${n & 255}`, `flood-${n}`, 'guess').then((answer) => answer),
    );
    const owner = await logIn('198.51.100.7', 'owner-7', PASSWORD, device);
    expect(owner.status).toBe(200);
    const answers = await Promise.all(flood);
    expect(count(answers, 401) + count(answers, 503)).toBe(300);
    expect(count(answers, 503)).toBeGreaterThan(100);
    const busy = answers.find(({ status }) => status === 503)!;
    expect([busy.headers['retry-after'], (busy.body as { code: string }).code]).toEqual(['2', 'login.busy']);
  }, 60_000);
});

describe('S3: codes for many phones from one address', () => {
  const ask = (address: string, phone: string) => from(address, 'code').send({ phone });

  it('sixty phones: thirty in an hour, and another address is not touched', async () => {
    await toTheNext(HOUR);
    const answers = [];
    for (let n = 0; n < 60; n += 1) answers.push(await ask('198.51.100.8', inventedPhone(3_000 + n)));
    expect([count(answers, 200), count(answers, 429)]).toEqual([30, 30]);
    expect((answers[59]!.body as { code: string }).code).toBe('login.codes-used-up');
    expect((await ask('198.51.100.9', inventedPhone(3_100))).status).toBe(200);
  });

  it('one phone from many addresses: ten a day, and its owner still gets one on a device that signed in before', async () => {
    const phone = inventedPhone(3_200);
    await admin.must('/users', {
      username: 'by-phone',
      name: '测试',
      roles: ['regulator'],
      regionCode: '411003',
      phone,
      password: PASSWORD,
    });
    const device = deviceOf(await logIn('198.51.100.10', 'by-phone', PASSWORD).expect(200));
    const answers = [];
    await toTheNext(DAY);
    for (let n = 0; n < 12; n += 1) {
      answers.push(await ask(`10.9.0.${n}`, phone));
      await app.elapse(MINUTE + 1);
    }
    expect(count(answers, 200)).toBe(10);
    expect((await from('10.9.9.9', 'code').set('cookie', device).send({ phone })).status).toBe(200);
  }, 60_000);
});
