import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startApp, type TestApp } from '../../support/app';
import { signIn } from '../../support/site';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}
const document = JSON.parse(readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const ROUTES = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method,
    path: path.replace(/\{\w+\}/g, '01J00000000000000000000000'),
    takes: Object.keys(operation.requestBody?.content ?? {}),
  })),
);
const WITH_BODY = ROUTES.filter(({ method }) => ['post', 'put', 'patch'].includes(method));
const BRACKETS = (n: number): string => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`;
const UNREADABLE: [string, string | Buffer, string][] = [
  ['half a surrogate pair', '{"name":"焊\\ud842接"}', '422 field.format name'],
  ['half a pair in a list', '{"items":[{"a":["x","\\udc00"]}]}', '422 field.format items.0.a.1'],
  ['NUL', '{"content":"焊\\u0000接"}', '422 field.format content'],
  ['NUL in the name of a member', '{"a":{"\\u0000":1}}', '422 field.format a'],
  [
    'bytes that are no UTF-8',
    Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]),
    '400 request.malformed',
  ],
  ['65 levels', BRACKETS(65), '400 request.malformed'],
  ['3,000 levels', BRACKETS(3_000), '400 request.malformed'],
  ['half a megabyte of brackets', '['.repeat(500_000), '400 request.malformed'],
];

/** Made from the API description: a route that is added is tried without anybody remembering to. */
describe('F9, S9: what no controller can read', () => {
  let app: TestApp;
  let token: string;
  beforeAll(async () => {
    app = await startApp();
    token = (await signIn(app, 'admin', app.adminPassword)).token;
  }, 60_000);
  afterAll(() => app.close());

  const send = (method: string, path: string, body: string | Buffer) =>
    app.request[method as 'post'](path)
      .set('authorization', `Bearer ${token}`)
      .set('content-type', 'application/json')
      .serialize((sent: unknown) => sent as string)
      .send(body);
  const told = ({ status, body }: { status: number; body: { code: string; errors?: { path: string }[] } }): string =>
    [status, body.code, ...(body.errors ?? []).map(({ path }) => path)].join(' ');

  it.each(UNREADABLE)(
    '%s, sent to every route that takes a body',
    async (_, body, expected) => {
      expect(WITH_BODY.length).toBeGreaterThan(60);
      for (const { method, path } of WITH_BODY)
        expect({ method, path, told: told(await send(method, path, body)) }).toEqual({ method, path, told: expected });
    },
    60_000,
  );

  it('64 levels and signs beyond the basic plane reach the controller', async () => {
    expect(told(await send('post', '/api/v1/users', BRACKETS(64)))).toMatch(/^422 request.invalid/);
    const { body } = await send(
      'post',
      '/api/v1/users',
      '{"username":"𠮷田","name":"𠮷","roles":["regulator"],"password":"Uncommon-7-word"}',
    );
    expect(body).toMatchObject({ username: '𠮷田' });
  });

  it('brackets and quotes inside a text are text', async () => {
    const answer = await send(
      'post',
      '/api/v1/auth/login',
      JSON.stringify({ username: '["\\[{'.repeat(10), password: 'x' }),
    );
    expect(told(answer)).toBe('401 login.failed');
  });

  it('in the address, of every route that is read', async () => {
    for (const { path } of ROUTES.filter(({ method, path }) => method === 'get' && !path.endsWith('/events')))
      for (const [query, expected] of [
        ['q=%00', 422],
        ['%00=1', 422],
        ['q=%ED%A1%82', 400],
        ['q=%ff', 400],
      ] as const) {
        const { status } = await app.request.get(`${path}?${query}`).set('authorization', `Bearer ${token}`);
        expect({ path, query, status }).toEqual({ path, query, status: expected });
      }
    for (const [id, expected] of [
      ['%00', '400 request.malformed'],
      ['a%00b', '400 request.malformed'],
      ['%ff', '400 request.malformed'],
      ['%ED%A1%82', '400 request.malformed'],
      ['%E0%A4%A', '400 request.malformed'],
      ['100%', '404 permit.not-found'],
      ['%zz', '404 permit.not-found'],
    ] as const) {
      const answer = await app.request.get(`/api/v1/permits/${id}`).set('authorization', `Bearer ${token}`);
      const { status, headers, body } = answer;
      expect([id, `${status} ${(body as { code: string }).code}`]).toEqual([id, expected]);
      expect([headers['content-type'], headers['cache-control']]).toEqual([
        'application/problem+json; charset=utf-8',
        'no-store',
      ]);
    }
    expect((await app.request.get('/api/v1/users?q=100%').set('authorization', `Bearer ${token}`)).status).toBe(200);
  }, 60_000);

  it('in the fields of a form', async () => {
    const form = () => app.request.post('/api/v1/files').set('authorization', `Bearer ${token}`);
    const answer = await form()
      .field('note', 'a\0b')
      .attach('file', await app.photo(), 'x.jpg');
    expect(told(answer)).toBe('422 field.format note');
  });

  it('in headers: never a fault', async () => {
    const { port } = new URL(app.url);
    for (const header of [
      'idempotency-key',
      'if-match',
      'accept-language',
      'x-forwarded-for',
      'last-event-id',
      'cookie',
    ])
      for (const bytes of [[0xff, 0xfe], [0x00], [0xed, 0xa0, 0x80], [0x1b, 0x5b]]) {
        const head = Buffer.concat([
          Buffer.from(
            `POST /api/v1/auth/refresh HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n${header}: `,
          ),
          Buffer.from(bytes),
          Buffer.from('\r\n\r\n'),
        ]);
        expect(await statusOf(Number(port), head)).toMatch(/^4/);
      }
  });
});

const statusOf = (port: number, head: Buffer): Promise<string> =>
  new Promise((done, fail) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => void socket.write(head));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => done(answer.split(' ')[1] ?? 'none'));
    socket.on('error', fail);
  });
