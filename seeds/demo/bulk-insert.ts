import type { Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { iso } from './demo-context';

type Row = Readonly<Record<string, unknown>>;

/** Inserts rows of one shape in one statement; keys are column names. The names come from code, never from a request. */
export async function bulkInsert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The codes that were drawn for things of one kind, in the register that every scanner asks. */
export const insertCodes = (
  tx: Tx,
  kind: string,
  things: readonly { id: string; code: string }[],
  now: Instant,
): Promise<void> =>
  bulkInsert(
    tx,
    'codes',
    things.map(({ id, code }) => ({ code, kind, entity_id: id, created_at: iso(now) })),
  );
