import type { Client } from 'pg';

/** Of every row of every table, by name; without `epochs`, to which each restore adds one. As a superuser, for whom no row is hidden. */
export async function tableHashes(client: Client): Promise<Record<string, string>> {
  await client.query(`set timezone = 'UTC'`);
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'epochs' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const sql = `select md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as hash from ${name} t`;
    found[name] = (await client.query<{ hash: string }>(sql)).rows[0]!.hash;
  }
  return found;
}
