import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessToken, keepAccessToken, whenSessionEnds } from '@/api/access-token';
import { authorizedFetch } from '@/api/authorized-fetch';
import { Platform, type Told } from './support/platform';

const REFRESH = '/api/v1/auth/refresh';

describe('a request to the platform', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await Platform.open();
    platform.becomeOrigin();
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    platform.asked.length = 0;
    platform.answer = () => ({ status: 200 });
    keepAccessToken('old');
  });
  const get = (path: string): Promise<Response> => authorizedFetch(new Request(platform.url + path));
  const post = (path: string, body: unknown): Promise<Response> =>
    authorizedFetch(
      new Request(platform.url + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    );
  const keys = (): unknown[] => platform.asked.map(({ headers }) => headers['idempotency-key']);
  /** Takes the new token only. */
  const renewing = (refresh: Told) => {
    platform.answer = ({ path, headers }) =>
      path === REFRESH ? refresh : { status: headers.authorization === 'Bearer new' ? 200 : 401 };
  };

  it('carries the token and the language; reading carries no key', async () => {
    localStorage.setItem('hanan.language', 'en');
    await get('/api/v1/jobs');
    expect(platform.asked[0]?.headers).toMatchObject({ authorization: 'Bearer old', 'accept-language': 'en' });
    expect(keys()).toEqual([undefined]);
  });

  it('renews an expired token once and repeats itself unchanged', async () => {
    renewing({ status: 200, body: { accessToken: 'new' } });
    const answer = await post('/api/v1/jobs', { machine: 1 });
    expect(answer.status).toBe(200);
    const last = platform.asked.at(-1);
    expect(platform.asked.map(({ path }) => path)).toEqual(['/api/v1/jobs', REFRESH, '/api/v1/jobs']);
    expect(last?.body).toBe('{"machine":1}');
    expect(last?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('asks for one new token where several requests find the old one expired', async () => {
    renewing({ status: 200, body: { accessToken: 'new' } });
    await Promise.all([get('/api/v1/a'), get('/api/v1/b'), get('/api/v1/c')]);
    expect(platform.asked.filter(({ path }) => path === REFRESH)).toHaveLength(1);
    expect(accessToken()).toBe('new');
  });

  it('ends the session where the token cannot be renewed, and gives the first answer back', async () => {
    let ended = 0;
    whenSessionEnds(() => (ended += 1));
    renewing({ status: 401 });
    expect((await get('/api/v1/jobs')).status).toBe(401);
    expect([ended, accessToken()]).toEqual([1, null]);
  });

  it('ends no session because the platform is away', async () => {
    renewing({ status: 503 });
    await expect(get('/api/v1/jobs')).rejects.toThrow('503');
    expect(accessToken()).toBe('old');
  });

  it('asks for no new token where a password was wrong', async () => {
    platform.answer = () => ({ status: 401 });
    await post('/api/v1/auth/login', {});
    expect(platform.asked).toHaveLength(1);
  });

  it.each([
    ['the platform broke', { status: 500 }],
    ['the platform still works on it', { status: 409, headers: { 'retry-after': '1' } }],
  ])('goes under the same key again where %s, and under a new one after an answer', async (_why, told) => {
    platform.answer = () => told;
    await post('/api/v1/permits', { why: _why });
    platform.answer = () => ({ status: 422 });
    await post('/api/v1/permits', { why: _why });
    await post('/api/v1/permits', { why: _why });
    const [first, second, third] = keys();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('gives each content a key of its own', async () => {
    platform.answer = () => ({ status: 500 });
    await post('/api/v1/permits', { n: 1 });
    await post('/api/v1/permits', { n: 2 });
    expect(new Set(keys()).size).toBe(2);
  });
});
