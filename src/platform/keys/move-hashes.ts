import { escapeIdentifier, type Client } from 'pg';
import { layOver } from '../database/sealer';
import type { KeptColumn } from './kept-columns';
import { inRole, isForced } from './role-of-table';

/** Of `migrations/1796500400100-rotate-keys.ts`: transactions of the platform hold it shared. */
const LOCK = 1_796_500_400_100;
const AT_ONCE = 5_000;
/** Whoever waits for us to begin waits so long at most; then we step aside and try again. */
const PATIENCE = '1s';
const TRIES = 120;
const LOCK_NOT_AVAILABLE = '55P03';
/** A hash stands at the beginning; the claim on a known person adds its own id. What was erased is no hash. */
const HASH = `'^[A-Za-z0-9_-]{43}(:|$)'`;

/** From one search key to the next. */
export interface KeyChange {
  readonly columns: readonly KeptColumn[];
  readonly key: Buffer;
  /** How many keys there are then. */
  readonly version: number;
}

interface Place {
  readonly table: string;
  readonly column: string;
  readonly isForced: boolean;
}

/** Lays the next key over every hash that is there by now, ahead of the change. Repeated, it does what is new. */
export async function prepareMoves(client: Client, { columns, key }: KeyChange): Promise<number> {
  await forgetForeignMoves(client, key);
  let made = 0;
  for (const place of await placesOf(client, columns))
    for (let last = AT_ONCE; last === AT_ONCE; made += last) {
      const { rows } = await inRole(client, place, () => client.query<Unmoved>(unmoved(place)));
      await keepMoves(client, rows, key);
      last = rows.length;
    }
  return made;
}

/**
 * The moment of the change: all hashes of all tables in one transaction. Transactions of the platform that hold the old
 * keys end first, and those that begin wait for it. Returns how long that took, in milliseconds.
 */
export async function changeHashes(client: Client, change: KeyChange): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await prepareMoves(client, change);
    try {
      return await changeAll(client, await placesOf(client, change.columns), change);
    } catch (fault) {
      await client.query('rollback');
      if ((fault as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw fault;
    }
  }
  throw new Error(
    '查询密钥：一直有事务未结束，请稍后重试 / Search key: some transaction never ended. Try again later.',
  );
}

async function changeAll(client: Client, places: readonly Place[], { key, version }: KeyChange): Promise<number> {
  await client.query(`begin; set local lock_timeout = '${PATIENCE}'; set local statement_timeout = 0`);
  const began = performance.now();
  await client.query(`select pg_advisory_xact_lock(${LOCK})`);
  await client.query('set local lock_timeout = 0');
  for (const place of places) await changeColumn(client, place, key);
  await client.query('set local role none');
  await client.query('update search_key set version = $1, changed_at = now()', [version]);
  await client.query('delete from search_key_moves');
  await client.query('commit');
  return Math.ceil(performance.now() - began);
}

async function changeColumn(client: Client, place: Place, key: Buffer): Promise<void> {
  const { table, column } = place;
  await client.query(`set local role ${roleOf(place)}`);
  const late = await client.query<Unmoved>(unmoved(place));
  if (late.rows.length > 0) {
    await client.query('set local role none');
    await keepMoves(client, late.rows, key);
    await client.query(`set local role ${roleOf(place)}`);
  }
  await client.query(
    `update ${table} t set ${column} = m.after || substr(t.${column}, 44)
     from search_key_moves m where m.before = left(t.${column}, 43) and t.${column} ~ ${HASH}`,
  );
}

interface Unmoved {
  readonly before: string;
}

const unmoved = ({ table, column }: Place): string =>
  `select distinct left(t.${column}, 43) as before from ${table} t where t.${column} ~ ${HASH}
     and not exists (select 1 from search_key_moves m where m.before = left(t.${column}, 43)) limit ${AT_ONCE}`;

async function keepMoves(client: Client, found: readonly Unmoved[], key: Buffer): Promise<void> {
  const before = found.map((one) => one.before);
  await client.query(
    'insert into search_key_moves (before, after) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
    [before, before.map((one) => layOver(one, key))],
  );
}

/** Pairs that a rotation with another key left behind, which never came to its end. */
async function forgetForeignMoves(client: Client, key: Buffer): Promise<void> {
  const { rows } = await client.query<Unmoved & { readonly after: string }>(
    'select before, after from search_key_moves limit 1',
  );
  const [one] = rows;
  if (one && layOver(one.before, key) !== one.after) await client.query('truncate search_key_moves');
}

async function placesOf(client: Client, columns: readonly KeptColumn[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const { table, column } of columns)
    places.push({
      ...{ table: escapeIdentifier(table), column: escapeIdentifier(column) },
      isForced: await isForced(client, table),
    });
  return places;
}

const roleOf = ({ isForced: forced }: Place): string => (forced ? 'hanan_system' : 'none');
