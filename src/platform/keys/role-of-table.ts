import { escapeIdentifier, type Client } from 'pg';

/** Row level security holds for the owner, too: such a table is changed under the role that sees all. */
export async function isForced(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ forced: boolean }>(
    'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
    [escapeIdentifier(table)],
  );
  return rows[0]?.forced === true;
}

export async function inRole<T>(
  client: Client,
  { isForced: forced }: { readonly isForced: boolean },
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin${forced ? '; set local role hanan_system' : ''}`);
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  }
}
