import { MINUTE } from '../../../src/kernel/time';
import { IdempotencyStore } from '../../../src/platform/http/idempotency.store';
import { bearer, codeOf, House } from './house';

let house: House;
let token: string;
beforeAll(async () => {
  house = await House.open();
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  token = await house.tokenOf('admin');
});
afterAll(() => house?.close());

const person = (username: string, name = '测试甲') => ({
  username,
  name,
  roles: ['regulator'],
  phone: '1990000' + username,
});
const send = (key: string, body: object) =>
  house.http.post('/api/v1/users').set(bearer(token)).set('idempotency-key', key).send(body);

describe('F14 row 60: a key whose request was refused', () => {
  it('serves the corrected request, and then repeats that answer', async () => {
    expect(codeOf(await send('K60', person('6001', '')))).toBe('422 request.invalid');
    const made = await send('K60', person('6001')).expect(201);
    const again = await send('K60', person('6001')).expect(201);
    expect(again.body).toEqual(made.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(codeOf(await send('K60', person('6002')))).toBe('422 idempotency.mismatch');
  });

  it('serves the same request once the reason is gone', async () => {
    await send('K61', person('6101')).expect(201);
    expect(codeOf(await send('K62', person('6101')))).toBe('409 user.username-taken');
    await house.query('delete from users where username = $1', ['6101']);
    await send('K62', person('6101')).expect(201);
  });
});

describe('F1 a key whose first request is in progress', () => {
  it('makes the doubled request wait for the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => send('K70', person('7001'))));
    expect(answers.map(codeOf)).toEqual(Array(4).fill('201'));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
  });

  it('is told to ask again when that takes long', async () => {
    await house.query(
      `insert into idempotency_keys (user_id, key, request_hash, created_at)
       select 'ADMIN', 'K71', request_hash, $1 from idempotency_keys where key = 'K70'`,
      [new Date(house.clock.now() - MINUTE)],
    );
    const late = await send('K71', person('7001'));
    expect(codeOf(late)).toBe('409 idempotency.in-progress');
    expect(late.headers['retry-after']).toBe('5');
    await house.get(IdempotencyStore).release({ userId: 'ADMIN', key: 'K71', requestHash: '' });
  }, 20_000);
});
