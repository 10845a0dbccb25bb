import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { BackupError } from './backup-error';
import type { ArchiveKeys } from './chunk-cipher';
import { copyIn } from './copy-rows';
import { copyInSql, readAlike } from './database-parts';
import type { Manifest, Partition, SequenceValue } from './manifest';
import { readPart } from './part-file';

export interface Archive {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly keys: ArchiveKeys | null;
}

const OURS = `connamespace = 'public'::regnamespace`;

/**
 * Puts the rows of an archive into a database with the same schema, inside the caller's transaction. Foreign keys are
 * taken away and made again, so that tables can come in any order and each key is checked once, at the end.
 */
export async function loadRows(client: Client, { folder, manifest, keys }: Archive): Promise<void> {
  await readAlike(client);
  const tables = await namesOf(client, `relkind in ('r', 'p')`);
  const forced = await namesOf(client, 'relforcerowsecurity');
  const foreignKeys = await takeForeignKeys(client);
  await each(client, tables, 'disable trigger user');
  await each(client, forced, 'no force row level security');
  await client.query(`truncate ${tables.map(escapeIdentifier).join(', ')}`); // what migrations wrote comes again from the archive
  for (const partition of manifest.partitions) await client.query(creating(partition));
  for (const part of manifest.tables) {
    const rows = await copyIn(client, copyInSql(part), readPart(folder, part.file, keys));
    if (rows !== part.rows) throw new BackupError('rows-missing', part.table);
  }
  for (const sequence of manifest.sequences) await moveSequence(client, sequence);
  for (const { table, name, definition } of foreignKeys)
    await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
  await each(client, forced, 'force row level security');
  await each(client, tables, 'enable trigger user');
}

/** Also after a database came back by other ways than ours: numbers of transactions before this moment are of an older epoch. */
export async function beginEpoch(
  client: Client,
  cause: 'restored' | 'recovered',
  takenAt: string | null,
): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `insert into epochs (number, began_at, cause, taken_at) select max(number) + 1, now(), $1, $2 from epochs returning number`,
    [cause, takenAt],
  );
  const number = Number(rows[0]?.number);
  for (const table of ['audit_entries', 'outbox'])
    await client.query(`alter table ${table} alter column epoch set default ${number}`);
  return number;
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function takeForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where ${OURS} and contype = 'f' and conparentid = 0`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  return rows;
}

async function namesOf(client: Client, condition: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and ${condition}`,
  );
  return rows.map(({ name }) => name);
}

async function each(client: Client, tables: readonly string[], what: string): Promise<void> {
  for (const table of tables) await client.query(`alter table ${escapeIdentifier(table)} ${what}`);
}

function creating({ table, parent, bound }: Partition): string {
  if (!/^FOR VALUES FROM \('[^';]+'\) TO \('[^';]+'\)$/.test(bound)) throw new BackupError('manifest-damaged', table);
  return `create table ${escapeIdentifier(table)} partition of ${escapeIdentifier(parent)} ${bound}`;
}

async function moveSequence(client: Client, { sequence, value }: SequenceValue): Promise<void> {
  await client.query(
    `select setval(${escapeLiteral(escapeIdentifier(sequence))}, ${escapeLiteral(value ?? '1')}::bigint, ${value !== null})`,
  );
}
