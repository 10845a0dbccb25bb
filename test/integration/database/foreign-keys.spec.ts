import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import type { OwnDataKind } from '../../../src/domain/privacy/own-data';
import { OWN_QUESTIONS } from '../../../src/modules/privacy/own-data/own-questions.view';
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

/** A column that leads to a person, or holds a name as text; what the person is shown of it, and what becomes of it. */
interface PersonColumn {
  readonly table: string;
  readonly column: string;
  /** The part of one's own data that holds it. */
  readonly exported?: OwnDataKind;
  /** Of a name as text: the file that erases it. */
  readonly erasedBy?: string;
  /** Why it is not exported, or not erased. */
  readonly reason?: string;
}

const PERSONS: readonly PersonColumn[] = JSON.parse(
  readFileSync(resolve(__dirname, '../../../docs/schema/person-columns.json'), 'utf8'),
);

/** Whether a table names a user or a welder. The rows of both stay after an erasure, under a pseudonym. */
const LEADS = `
  select c.relname as table, a.attname as column, true as "hasKey"
  from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
  where k.contype = 'f' and k.confrelid in ('users'::regclass, 'welders'::regclass) and not c.relispartition
  order by 1, 2`;
/** Names that stand as text beside, or instead of, whom they lead to. */
const NAME_AS_TEXT = /(^|_)(by|signed|reporter|actor|person|contact|asker|welder)_name$|^people$/;

describe('columns that lead to a person', () => {
  let needed: string[];
  let texts: string[];
  beforeAll(async () => {
    const { url, drop } = await emptyCopy();
    const client = new Client({ connectionString: url });
    await client.connect();
    const keyed = (await client.query<Column>(LEADS)).rows.map(nameOf);
    texts = (await client.query<Column>(COLUMNS)).rows.filter(({ column }) => NAME_AS_TEXT.test(column)).map(nameOf);
    await client.end();
    await drop();
    const written = LEFT_OUT.filter(({ references }) => /users|welders/.test(references)).map(nameOf);
    needed = [...new Set([...keyed, ...written])];
  });

  it('are each exported to the person, or it is written down why not', () => {
    const told = new Set(PERSONS.filter(({ exported, reason }) => exported ?? reason).map(nameOf));
    expect(needed.length).toBeGreaterThan(150);
    expect(needed.filter((name) => !told.has(name))).toEqual([]);
  });

  it('are asked for by the part that is to hold them', () => {
    const silent = PERSONS.filter(({ table, exported }) => exported && !OWN_QUESTIONS[exported].includes(table));
    expect(silent.map(nameOf)).toEqual([]);
  });

  it('hold no name as text that nobody erases', () => {
    const erased = PERSONS.filter(
      ({ table, column, erasedBy }) =>
        erasedBy &&
        new RegExp(`\\b${table}\\b[^;]*\\b${column}\\b`, 's').test(
          readFileSync(resolve(__dirname, '../../..', erasedBy), 'utf8'),
        ),
    );
    const told = new Set([...erased, ...PERSONS.filter(({ erasedBy, reason }) => !erasedBy && reason)].map(nameOf));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((name) => !told.has(name))).toEqual([]);
  });

  it('are columns that there are', () => {
    const known = new Set([...needed, ...texts]);
    expect(PERSONS.map(nameOf).filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(PERSONS.map(nameOf)).size).toBe(PERSONS.length);
  });
});
