import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app';
import { signIn, type Person } from '../support/site';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
}
const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const WRITES = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation.requestBody?.content['application/json'])
    .map(([method]) => ({ method: method as 'post' | 'put', path })),
);
/** Would end the session that asks. */
const LEFT_OUT = ['/api/v1/auth/logout'];
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 12);

const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0000',
    '\u202e',
    '１２３',
    -1,
    0,
    1e308,
    2 ** 53,
    [],
    {},
    true,
    '9'.repeat(400),
    '2026-02-30',
    'null',
    "' or 1=1 --",
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.double(),
);
/** Objects with the fields that many requests have, so that some of them get past the first check. */
const body = fc.oneof(
  odd,
  fc.dictionary(
    fc.constantFrom(
      'name',
      'username',
      'roles',
      'regionCode',
      'place',
      'lat',
      'reason',
      'kind',
      'items',
      'ids',
      'count',
      'phone',
      'code',
      'welderIds',
      'plannedStart',
      'chipNo',
      'validFrom',
      'value',
      '__proto__',
      'constructor',
    ),
    fc.oneof(odd, fc.array(odd, { maxLength: 3 }), fc.dictionary(fc.string({ maxLength: 8 }), odd, { maxKeys: 3 })),
    { maxKeys: 8 },
  ),
);

/** No answer is a fault, whatever was sent; a body that no class describes is never taken silently. */
describe('every route that takes a body', () => {
  let app: TestApp;
  let admin: Person;
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
  }, 60_000);
  afterAll(() => app.close());

  it.each(WRITES.filter(({ path }) => !LEFT_OUT.includes(path)))('$method $path', async ({ method, path }) => {
    const address = path.replace(/\{\w+\}/g, '01J00000000000000000000000');
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const answer = await app.request[method](address)
          .set('authorization', `Bearer ${admin.token}`)
          .set('content-type', 'application/json')
          .send(JSON.stringify(sent) ?? 'undefined');
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.headers['content-type']).toContain('application/problem+json');
      }),
      { numRuns: RUNS },
    );
  });
});
