import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../../support/app';
import { newSite, type Site } from '../../support/site';

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let app: TestApp;
let site: Site;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
}, 120_000);
afterAll(() => app.close());

/** As it came over the wire: nothing unpacks it on the way. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const request = get(`${app.url}${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject);
  });
const asAdmin = (accept: string) => ({ authorization: `Bearer ${site.admin.token}`, 'accept-encoding': accept });

describe('an answer of the API', () => {
  const LONG = '/api/v1/rules';

  it('over a kilobyte is compressed as the client asks, and says by what it varies', async () => {
    const plain = await ask(LONG, asAdmin('identity'));
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toContain('Accept-Encoding');
    const br = await ask(LONG, asAdmin('gzip, deflate, br'));
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(br.body.length) });
    expect(br.headers.vary).toContain('Accept-Encoding');
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    const gzip = await ask(LONG, asAdmin('gzip'));
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(br.body.length).toBeLessThan(plain.body.length / 3);
  });

  it.each([
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['GZIP', 'gzip'],
    ['gzip;q=nonsense', undefined],
    ['', undefined],
  ])('asked with %j comes as %s', async (accept, encoding) => {
    expect((await ask(LONG, asAdmin(accept))).headers['content-encoding']).toBe(encoding);
  });

  it('of a few bytes stays as it is', async () => {
    const { headers } = await ask('/health/live', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('keeps its version, so that a form can still be saved', async () => {
    const path = `/api/v1/enterprises/${site.enterpriseId}`;
    const plain = await ask(path, asAdmin('identity'));
    expect((await ask(path, asAdmin('br'))).headers.etag).toBe(plain.headers.etag);
  });

  it('that streams news is not held back', async () => {
    const head = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      const request = get(`${app.url}/api/v1/events`, { headers: asAdmin('gzip, br') }, (answer) => {
        resolve(answer.headers);
        answer.destroy();
      });
      request.on('error', reject);
    });
    expect(head['content-type']).toContain('text/event-stream');
    expect(head['content-encoding']).toBeUndefined();
  });
});

describe('a file of the web app', () => {
  let script = '';
  beforeAll(async () => {
    const { body, status } = await ask('/login', { accept: 'text/html' });
    script = status === 200 ? (/assets\/base-[\w-]+\.js/.exec(body.toString())?.[0] ?? '') : '';
  });
  const built = (): boolean => script !== ''; // the API works without the web app

  it('comes as it was compressed at build time, with a tag of its own', async () => {
    if (!built()) return;
    const plain = await ask(`/${script}`);
    const br = await ask(`/${script}`, { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await ask(`/${script}`, { 'accept-encoding': 'gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    for (const { headers } of [plain, br, gzip])
      expect({
        vary: headers.vary?.toLowerCase(),
        type: headers['content-type'],
        kept: headers['cache-control'],
      }).toEqual({
        vary: 'accept-encoding',
        type: expect.stringContaining('javascript'),
        kept: 'public, max-age=31536000, immutable',
      });
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(br.body.length).toBeLessThan(gzip.body.length);
  });

  it('is not sent again to whoever has it, in that encoding', async () => {
    if (!built()) return;
    const encoding = { 'accept-encoding': 'br' };
    const etag = (await ask(`/${script}`, encoding)).headers.etag ?? '';
    expect((await ask(`/${script}`, { ...encoding, 'if-none-match': etag })).status).toBe(304);
    expect((await ask(`/${script}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('is given in parts of what is sent', async () => {
    if (!built()) return;
    const encoding = { 'accept-encoding': 'br' };
    const whole = await ask(`/${script}`, encoding);
    const part = await ask(`/${script}`, { ...encoding, range: 'bytes=10-19' });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${whole.body.length}`]);
    expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true);
  });

  it('compressed has no address of its own', async () => {
    if (!built()) return;
    expect((await ask(`/${script}.br`)).status).toBe(404);
  });
});

describe('the page behind a scanned code', () => {
  it('names all its files at once in Chinese; in English it is the page for everything', async () => {
    const chinese = await ask(`/c/${site.machineCode}`, { accept: 'text/html', 'accept-language': 'zh-CN,zh;q=0.9' });
    if (chinese.status === 404) return; // the web app is not built
    expect(chinese.headers.vary).toContain('Accept-Language');
    expect(chinese.body.toString()).toMatch(/modulepreload[^>]*assets\/scan-/);
    const english = await ask(`/c/${site.machineCode}`, { accept: 'text/html', 'accept-language': 'en-US,en' });
    expect(english.body.toString()).not.toMatch(/assets\/scan-/);
  });
});
