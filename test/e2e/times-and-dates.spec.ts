import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app';
import { signIn, type Person } from '../support/site';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
}
const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

type Format = 'date-time' | 'date';
/** A field of a request that holds a time, and a body that has nothing but this field. */
interface TimeField {
  readonly method: string;
  readonly path: string;
  readonly field: string;
  readonly format: Format;
  readonly with: (value: string) => unknown;
}

const resolve = (schema: Schema): Schema =>
  schema.$ref ? resolve(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

type Leaf = Pick<TimeField, 'field' | 'format' | 'with'>;
function leavesOf(given: Schema): Leaf[] {
  const schema = resolve(given);
  if (schema.format === 'date-time' || schema.format === 'date')
    return [{ field: '', format: schema.format, with: (value) => value }];
  const items = schema.items ? inside(schema.items, '0', (value) => [value]) : [];
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    inside(one, name, (value) => ({ [name]: value })),
  );
  return [...(schema.allOf ?? []).flatMap(leavesOf), ...items, ...named];
}
const inside = (schema: Schema, name: string, wrap: (value: unknown) => unknown): Leaf[] =>
  leavesOf(schema).map((leaf) => ({
    field: leaf.field === '' ? name : `${name}.${leaf.field}`,
    format: leaf.format,
    with: (value) => wrap(leaf.with(value)),
  }));

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const inBodies: TimeField[] = operations.flatMap(({ path, method, operation }) =>
  leavesOf(operation.requestBody?.content['application/json']?.schema ?? {}).map((leaf) => ({ path, method, ...leaf })),
);
const inQueries: TimeField[] = operations.flatMap(({ path, method, operation }) =>
  (operation.parameters ?? []).flatMap(({ in: where, name, schema }): TimeField[] =>
    where === 'query' && (schema.format === 'date-time' || schema.format === 'date')
      ? [{ path, method, field: name, format: schema.format, with: (value) => value }]
      : [],
  ),
);

const NO_TIMES = [
  '2026-11-28T08:00:00', // no offset
  '2026-11-28 08:00:00+08:00',
  '2026-11-28T08:00+08:00',
  '2026-11-28T08:00:00+0800',
  '2026-02-30T08:00:00Z',
  '2026-11-28T24:00:00Z',
  '2026-11-28',
  '2026-W48-1',
  '1795774600000',
  '明天',
];
/** A table of holidays names such a day itself (test/integration/rules/http.spec.ts). */
const NO_SUCH_DAYS = ['2026-02-30', '2026-11-31'];
const NO_DATES = [
  ...NO_SUCH_DAYS,
  '2026-02-30',
  '2026-11-31',
  '20261128',
  '2026-W48-6',
  '2026-11-28T08:00:00Z',
  '2026-11',
  '28.11.2026',
];

/** Each field of every request that the published interface calls a time. */
describe('F10 times are RFC 3339 with their offset, dates YYYY-MM-DD', () => {
  let app: TestApp;
  let admin: Person;
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
  }, 120_000);
  afterAll(() => app.close());

  const url = (path: string): string => path.replaceAll(/\{year\}/g, '2027').replaceAll(/\{[^}]+\}/g, '01JDEMO');
  async function codesFor({ method, path, field }: TimeField, query: string, body?: unknown): Promise<string[]> {
    const asked = app.request[method as 'get' | 'post' | 'put' | 'patch'](url(path) + query);
    const answer = await asked.set('authorization', `Bearer ${admin.token}`).send(body as object);
    const { errors = [] } = answer.body as { errors?: { path: string; code: string }[] };
    return [String(answer.status), ...errors.filter((one) => one.path === field).map(({ code }) => code)];
  }
  const wrong = (format: Format): readonly string[] => (format === 'date-time' ? NO_TIMES : NO_DATES);
  const code = (format: Format): string => (format === 'date-time' ? 'field.time' : 'field.date');

  it('finds them', () => {
    const fields = inBodies.map(({ method, path, field }) => `${method} ${path} ${field}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        'post /api/v1/permits plannedStart',
        'post /api/v1/violations/{id}/commands/{command} dueAt',
        'post /api/v1/permits/{id}/gas-feed instrument.calibrationDueOn',
        'put /api/v1/calendar/{year} days.0.day',
      ]),
    );
    expect(inQueries.length).toBeGreaterThan(3);
  });

  it.each(inBodies.map((one) => [`${one.method} ${one.path} ${one.field}`, one] as const))('%s', async (_, one) => {
    const told = one.path.startsWith('/api/v1/calendar/') ? NO_SUCH_DAYS : [];
    for (const text of wrong(one.format).filter((day) => !told.includes(day)))
      expect([text, await codesFor(one, '', one.with(text))]).toEqual([text, ['422', code(one.format)]]);
  });

  it.each(inQueries.map((one) => [`${one.method} ${one.path} ?${one.field}`, one] as const))('%s', async (_, one) => {
    for (const text of wrong(one.format))
      expect([text, await codesFor(one, `?${one.field}=${encodeURIComponent(text)}`)]).toEqual([
        text,
        ['422', code(one.format)],
      ]);
  });
});
