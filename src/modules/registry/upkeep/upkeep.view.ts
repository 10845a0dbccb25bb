import type { Tx } from '../../../platform/database/unit-of-work';

/** Names of those who recorded something; a person who is gone from sight is missing. */
export async function recorderNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from users where id = any($1)', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
