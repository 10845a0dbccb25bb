import type { Bench, Rotated } from './bench';

/** Whether a change to this key was begun and not ended, as the audit trail has it. */
export async function isBegun({ client }: Bench, key: Rotated, facts: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { rows } = await client.query<{ begun: boolean }>(
    `select action = 'keys.begun' and after @> $2::jsonb as begun from audit_entries
     where entity = 'key' and entity_id = $1 order by id desc limit 1`,
    [key, JSON.stringify(facts)],
  );
  return rows[0]?.begun ?? false;
} // prettier-ignore
