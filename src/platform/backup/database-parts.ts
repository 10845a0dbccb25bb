import { escapeIdentifier, type Client } from 'pg';
import { BackupError } from './backup-error';
import type { Partition, SequenceValue } from './manifest';

/** A table that holds rows itself: a partition counts, the table over it does not. */
export interface HeldTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Row level security holds for the owner too: such a table is read under the role that sees all. */
  readonly isForced: boolean;
}

const OURS = `c.relnamespace = 'public'::regnamespace`;
/** Values as text that any server reads alike. */
const AS_TEXT = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set bytea_output = 'hex';
  set timezone = 'UTC'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0`;

export const readAlike = (client: Client): Promise<unknown> => client.query(AS_TEXT);

/** Generated columns are left out: the database makes them again. */
export async function heldTables(client: Client): Promise<HeldTable[]> {
  const { rows } = await client.query<HeldTable & { isWhole: boolean }>(
    `select c.relname as "table", c.relforcerowsecurity as "isForced",
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       not c.relforcerowsecurity or exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'system_sees_all') as "isWhole"
     from pg_class c where ${OURS} and c.relkind = 'r' order by c.relname`,
  );
  const hidden = rows.find(({ isWhole }) => !isWhole);
  if (hidden) throw new BackupError('table-unreadable', hidden.table);
  return rows;
}

export async function partitions(client: Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `select c.relname as "table", p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
     where ${OURS} and c.relispartition and c.relkind in ('r', 'p') order by c.relname`,
  );
  return rows;
}

/** Read after the snapshot: numbers move on at once and for everybody, so they are never too small. */
export async function sequenceValues(client: Client): Promise<SequenceValue[]> {
  const { rows } = await client.query<SequenceValue>(
    `select sequencename as sequence, last_value::text as value from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  return rows;
}

export async function otherSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('public', 'information_schema') and n.nspname !~ '^pg_' order by 1`,
  );
  return rows.map(({ name }) => name);
}

export async function isEmpty(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
       and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  return rowCount === 0;
}

export const copyOutSql = ({ table, columns }: Pick<HeldTable, 'table' | 'columns'>): string =>
  `copy (select ${columns.map(escapeIdentifier).join(', ')} from ${escapeIdentifier(table)}) to stdout`;

export const copyInSql = ({ table, columns }: Pick<HeldTable, 'table' | 'columns'>): string =>
  `copy ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`;
