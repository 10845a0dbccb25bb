import { Client } from 'pg';
import { migrate, revertAll } from '../../../src/platform/database/migrate';
import { emptyCopy } from '../../support/database';

/** Tables, columns, indexes, constraints and policies, as text to be compared. */
const SCHEMA = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migrations'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
  union all select 'trigger ' || tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
  order by 1`;

describe('migrations', () => {
  let copy: { url: string; drop: () => Promise<void> };
  beforeAll(async () => {
    copy = await emptyCopy();
  });
  afterAll(() => copy.drop());

  const lines = async (sql: string): Promise<string[]> => {
    const client = new Client({ connectionString: copy.url });
    await client.connect();
    try {
      return (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
    } finally {
      await client.end();
    }
  };

  it('go down to nothing and up again to the same schema', async () => {
    const before = await lines(SCHEMA);
    expect(before.length).toBeGreaterThan(300);
    await revertAll(copy.url);
    expect(await lines(SCHEMA)).toEqual([]);
    await migrate(copy.url);
    expect(await lines(SCHEMA)).toEqual(before);
  }, 60_000);

  it('leave no scoped table that its owner could read past its policy', async () => {
    const open = await lines(
      `select c.relname as line from pg_class c where c.relrowsecurity and not c.relforcerowsecurity and c.relkind = 'r'`,
    );
    expect(open).toEqual([]);
  });
});
