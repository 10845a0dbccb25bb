import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { emptyCopy } from '../../support/database';

/** A column that names rows of another table without a foreign key, and why it has none. */
interface LeftOut {
  readonly table: string;
  readonly column: string;
  /** Tables, separated by commas; `any` where another column says which. */
  readonly references: string;
  readonly reason: string;
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly hasKey: boolean;
}

const LEFT_OUT: readonly LeftOut[] = JSON.parse(
  readFileSync(resolve(__dirname, '../../../docs/schema/foreign-keys-left-out.json'), 'utf8'),
);

/** Columns of this shape name a row elsewhere. Others do so too: whoever adds one writes the entry from knowledge. */
const NAMES_A_ROW = /(_id|_ids|_by|_user|_enterprise|^chip_no|^region_code)$/;
/** The number by which a table knows its own rows. */
const OWN_NUMBER = 'chips.chip_no';

/** Partitions follow their table. */
const COLUMNS = `
  select c.relname as table, a.attname as column,
    exists (select 1 from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any(k.conkey)) as "hasKey"
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
  order by 1, a.attnum`;

const nameOf = ({ table, column }: Pick<Column, 'table' | 'column'>): string => `${table}.${column}`;

describe('foreign keys', () => {
  let columns: readonly Column[];
  beforeAll(async () => {
    const { url, drop } = await emptyCopy();
    const client = new Client({ connectionString: url });
    await client.connect();
    columns = (await client.query<Column>(COLUMNS)).rows;
    await client.end();
    await drop();
  });

  it('are there, or it is written down why not', () => {
    const known = new Set([OWN_NUMBER, ...LEFT_OUT.map(nameOf)]);
    const untold = columns.filter(({ column, hasKey }) => NAMES_A_ROW.test(column) && !hasKey).map(nameOf);
    expect(untold.length).toBeGreaterThan(50);
    expect(untold.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are not there where it is written down why', () => {
    const without = new Set(columns.filter(({ hasKey }) => !hasKey).map(nameOf));
    expect(LEFT_OUT.map(nameOf).filter((name) => !without.has(name))).toEqual([]);
  });

  it('each is told of once, in order, of tables that are there, with a reason', () => {
    const names = LEFT_OUT.map(nameOf);
    expect(names).toEqual([...new Set(names)].sort());
    const tables = new Set(columns.map(({ table }) => table));
    const named = LEFT_OUT.flatMap(({ references }) => references.split(', ')).filter((table) => table !== 'any');
    expect(named.filter((table) => !tables.has(table))).toEqual([]);
    expect(LEFT_OUT.filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
  });
});
