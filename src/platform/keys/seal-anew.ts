import { escapeIdentifier, type Client } from 'pg';
import { Sealer, type SealerKeys } from '../database/sealer';
import type { SealedColumn } from './kept-columns';
import { inRole, isForced } from './role-of-table';

/** So many blocks of a table at a time: a few hundred rows, held for a few milliseconds. */
const BLOCKS = 64;
const BLOCK_BYTES = 8_192;

interface Found {
  readonly at: string;
  readonly sealed: string;
  readonly id: string | null;
}

interface Names {
  readonly table: string;
  readonly column: string;
  /** The sealed text. */
  readonly value: string;
  readonly isForced: boolean;
}

/** How many values are under another version than `seals`. */
export async function countUnderOthers(client: Client, column: SealedColumn, seals: number): Promise<number> {
  const names = await namesOf(client, column);
  return inRole(client, names, async () => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${names.table} where ${isUnderAnother(names, seals)}`,
    );
    return rows[0]?.n ?? 0;
  });
}

/**
 * Seals every value of a column anew that is under another version. It walks over the blocks of the table in short
 * transactions and changes a value only where it is still what was read, so people work on meanwhile. Killed and begun
 * again, it passes over what is done. Returns how many were sealed.
 */
export async function sealAnew(client: Client, column: SealedColumn, keys: SealerKeys, seals: number): Promise<number> {
  const names = await namesOf(client, column);
  const sealer = new Sealer({ ...keys, masterSeals: seals });
  const { rows } = await client.query<{ bytes: string }>('select pg_relation_size($1::regclass) as bytes', [
    names.table,
  ]);
  const blocks = Math.ceil(Number(rows[0]?.bytes ?? 0) / BLOCK_BYTES);
  let done = 0;
  for (let from = 0; from < blocks; from += BLOCKS) {
    done += await inRole(client, names, () => sealBlocks(client, column, names, sealer, seals, from));
  }
  return done;
}

async function sealBlocks(
  client: Client,
  { context, idColumn, isJson }: SealedColumn,
  names: Names,
  sealer: Sealer,
  seals: number,
  from: number,
): Promise<number> {
  const { rows } = await client.query<Found>(
    `select ctid::text as at, ${names.value} as sealed, ${idColumn === undefined ? 'null' : escapeIdentifier(idColumn)} as id
     from ${names.table} where ctid >= '(${from},0)' and ctid < '(${from + BLOCKS},0)' and ${isUnderAnother(names, seals)}`,
  );
  if (rows.length === 0) return 0;
  const anew = rows.map(({ sealed, id }) => {
    const as = typeof context === 'string' ? context : context(id ?? '');
    return sealer.seal(as, sealer.open(as, sealed));
  });
  // no table has columns of these names, so that `value` means the table's own
  const { rowCount } = await client.query(
    `update ${names.table} t set ${names.column} = ${isJson ? 'to_jsonb(n.value_anew)' : 'n.value_anew'}
     from unnest($1::text[], $2::text[], $3::text[]) as n(row_at, value_was, value_anew)
     where t.ctid = n.row_at::tid and ${names.value} = n.value_was`,
    [rows.map(({ at }) => at), rows.map(({ sealed }) => sealed), anew],
  );
  return rowCount ?? 0;
}

/** Nothing, where somebody was erased, is no sealed value. */
const isUnderAnother = ({ value }: Names, seals: number): string =>
  `${value} ~ '^k[0-9]+[.]' and not starts_with(${value}, 'k${seals}.')`;

async function namesOf(client: Client, { table, column, isJson }: SealedColumn): Promise<Names> {
  const name = escapeIdentifier(column);
  return {
    ...{ table: escapeIdentifier(table), column: name, value: isJson ? `(${name} #>> '{}')` : name },
    isForced: await isForced(client, table),
  };
}
