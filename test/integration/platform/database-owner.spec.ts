import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../../src/platform/database/migrate';
import { seedReference } from '../../../src/platform/database/seed';
import { EmbeddedPostgres } from '../../../src/platform/embedded/embedded-postgres';

jest.setTimeout(120_000);

const dataDir = mkdtempSync(join(tmpdir(), 'hanan-owner-'));
let server: EmbeddedPostgres | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function rows<T>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let last: T[] = [];
    for (const sql of statements) last = (await client.query(sql)).rows as T[];
    return last;
  } finally {
    await client.end();
  }
}
const who = `select rolname as name, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`;
/** What is not the owner's, and belongs to no extension. */
const foreign = `
  select c.oid::regclass::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner <> 'hanan_owner'::regrole
    and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  union all
  select p.oid::regprocedure::text from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.proowner <> 'hanan_owner'::regrole
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

describe('S20 the platform owns its database and is no superuser', () => {
  it('on a new installation', async () => {
    server = await EmbeddedPostgres.start({ dataDir });
    await migrate(server.url());
    await seedReference(server.url());
    expect(await rows(server.url(), who)).toEqual([{ name: 'hanan_owner', super: false, bypass: false }]);
    expect(await rows(server.url(), foreign)).toEqual([]);
    expect(statSync(join(dataDir, 'postgres.owner-password')).mode & 0o777).toBe(0o600);
    await expect(rows(server.url(), 'alter system set work_mem = 1')).rejects.toThrow(/permission denied/);
  });

  it('on one that an earlier release made as superuser, with what is in it', async () => {
    const installed = server!;
    await rows(installed.superuserUrl('postgres'), 'drop database hanan with (force)', 'create database hanan');
    await rows(
      installed.superuserUrl('hanan'),
      'revoke hanan_app, hanan_system from hanan_owner cascade',
      'grant hanan_app, hanan_system to hanan with admin option',
    );
    await migrate(installed.superuserUrl('hanan'));
    await seedReference(installed.superuserUrl('hanan'));
    await rows(
      installed.superuserUrl('hanan'),
      `insert into outbox (type, at, entity, entity_id) values ('test', now(), 'user', 'U')`,
    );
    await installed.stop();

    server = await EmbeddedPostgres.start({ dataDir });
    expect(await rows(server.url(), foreign)).toEqual([]);
    expect(await migrate(server.url())).toEqual([]);
    const seen = await rows(server.url(), 'begin', 'set local role hanan_app', 'select type from outbox');
    expect(seen).toEqual([{ type: 'test' }]);
    // what is made later, as a day's partition is, can be read and written by the roles of the transactions
    const made = await rows<{ may: boolean }>(
      server.url(),
      'begin',
      'create table later (id bigint generated always as identity)',
      'set local role hanan_system',
      'insert into later default values',
      `select has_table_privilege('hanan_app', 'later', 'delete') as may`,
    );
    expect(made).toEqual([{ may: true }]);
  });

  it('and once more, where nothing is left to hand over', async () => {
    await server!.stop();
    server = await EmbeddedPostgres.start({ dataDir });
    expect(await rows(server.url(), foreign)).toEqual([]);
  });
});
