import { writtenRows } from '../support/schema-rows';

const rows = writtenRows();
const fields = rows.flatMap((row) => row.fields.map((field) => ({ ...field, row: row.name, raw: row.raw })));
const shown = (some: typeof fields): string[] => some.map(({ row, name }) => `${row}.${name}`);

/** What a column of each type is in this program; `value-parsers.ts` and TypeORM's hydration agree on it. */
const IN_PROGRAM: Readonly<Record<string, string>> = {
  text: 'string', uuid: 'string', date: 'string', bigint: 'string', numeric: 'string', int4multirange: 'string',
  integer: 'number', smallint: 'number', real: 'number', 'double precision': 'number',
  boolean: 'boolean', timestamptz: 'Instant', jsonb: 'Json', bytea: 'Buffer',
}; // prettier-ignore

describe('rows of the database', () => {
  it('are found at all', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    expect(fields.length).toBeGreaterThan(700);
  });

  it('say what their table holds, and which table it is', () => {
    expect(rows.filter(({ comment, table }) => comment === '' || table === '').map(({ file }) => file)).toEqual([]);
  });

  it('are columns only, each of which names its type', () => {
    expect(shown(fields.filter(({ raw, decorator }) => !raw && !decorator?.type))).toEqual([]);
    const kinds = new Set(fields.flatMap(({ decorator }) => (decorator ? [decorator.kind] : [])));
    expect([...kinds].sort()).toEqual(['Column', 'PrimaryColumn', 'PrimaryGeneratedColumn']);
  });

  it('are null in the type exactly where the column may be null', () => {
    expect(shown(fields.filter(({ decorator, nullable }) => decorator && decorator.nullable !== nullable))).toEqual([]);
  });

  it('have the type that the driver gives for the column', () => {
    const wrong = fields.filter(
      ({ decorator, type }) => decorator && IN_PROGRAM[decorator.type ?? ''] !== type.replace(/\[\]$/, ''),
    );
    expect(shown(wrong)).toEqual([]);
  });
});
