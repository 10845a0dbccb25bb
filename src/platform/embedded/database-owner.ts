import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeIdentifier, escapeLiteral, type Client } from 'pg';

/**
 * The role that the platform signs in as. It owns the database, makes the roles of its transactions, and is no
 * superuser.
 */
export const OWNER = 'hanan_owner';

const fileOf = (dataDir: string): string => join(dataDir, 'postgres.owner-password');

/** Null if no server with an owner ever ran on this folder. */
export const keptOwnerPassword = (dataDir: string): string | null =>
  existsSync(fileOf(dataDir)) ? readFileSync(fileOf(dataDir), 'utf8').trim() : null;

export function ownerPassword(dataDir: string): string {
  const kept = keptOwnerPassword(dataDir);
  if (kept !== null) return kept;
  const password = randomBytes(24).toString('base64url');
  writeFileSync(fileOf(dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

/** As the superuser, at each start: the owner, under the password that the folder keeps, and the database that is theirs. */
export async function makeOwner(client: Client, database: string, password: string): Promise<void> {
  const [owner, name] = [escapeIdentifier(OWNER), escapeIdentifier(database)];
  const there = await client.query('select 1 from pg_roles where rolname = $1', [OWNER]);
  const how = `login nosuperuser createrole password ${escapeLiteral(password)}`;
  await client.query(`${there.rowCount === 0 ? 'create' : 'alter'} role ${owner} ${how}`);
  await client.query(`grant pg_monitor to ${owner}`); // the doctor sees how much of the log is kept
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  await client.query(
    rowCount === 0 ? `create database ${name} owner ${owner}` : `alter database ${name} owner to ${owner}`,
  );
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname in ('hanan_app', 'hanan_system')`,
  );
  for (const role of rows) await client.query(`grant ${escapeIdentifier(role.name)} to ${owner} with admin option`);
}

/**
 * As the superuser, in the database itself: what an earlier release made as superuser becomes the owner's. `reassign owned`
 * refuses for the role that the server was made with, so it is done thing by thing; what belongs to an extension, or follows
 * its table, is left out. Nothing is read or rewritten: only the catalogue changes.
 */
export async function handOverDatabase(client: Client): Promise<void> {
  await client.query(HAND_OVER);
}

const SUPERUSERS = `(select oid from pg_roles where rolname = current_user)`;
const OF_EXTENSION = (catalogue: string, oid: string): string =>
  `exists (select 1 from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
const RIGHTS = ['hanan_app', 'hanan_system'];

const HAND_OVER = `
  do $$
  declare one record;
  begin
    for one in
      select c.oid::regclass as name, case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as what
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relowner = ${SUPERUSERS} and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not ${OF_EXTENSION('pg_class', 'c.oid')}
        and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
          and c.relkind = 'S' and d.deptype in ('a', 'i'))
    loop
      execute format('alter %s %s owner to ${OWNER}', one.what, one.name);
    end loop;
    for one in
      select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proowner = ${SUPERUSERS} and not ${OF_EXTENSION('pg_proc', 'p.oid')}
    loop
      execute format('alter routine %s owner to ${OWNER}', one.name);
    end loop;
    for one in
      select t.oid::regtype as name from pg_type t
      where t.typnamespace = 'public'::regnamespace and t.typowner = ${SUPERUSERS} and t.typtype in ('e', 'd') and not ${OF_EXTENSION('pg_type', 't.oid')}
    loop
      execute format('alter type %s owner to ${OWNER}', one.name);
    end loop;
    -- what the owner makes from now on is open to the same roles as what the superuser made
    for one in select rolname as name from pg_roles where rolname in (${RIGHTS.map((role) => `'${role}'`).join(', ')}) loop
      execute format('alter default privileges for role ${OWNER} in schema public grant select, insert, update, delete on tables to %I', one.name);
      execute format('alter default privileges for role ${OWNER} in schema public grant usage, select on sequences to %I', one.name);
    end loop;
  end $$`;
