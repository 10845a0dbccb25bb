import type { Tx } from '../../src/platform/database/unit-of-work';

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
