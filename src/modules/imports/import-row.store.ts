import { Injectable } from '@nestjs/common';
import type { Verdict } from '../../domain/imports/import';
import type { Tx } from '../../platform/database/unit-of-work';
import { ImportRowRow } from '../../schema/imports/import-row.row';

type Staged = 'line' | 'code' | 'field' | 'label' | 'key' | 'nth' | 'waiting' | 'sealed' | 'entityId';

/** A row with its verdict, as it is staged. `key` says which thing it is about; `nth` tells rows apart that have nothing of their own. */
export interface StagedRow extends Readonly<Pick<ImportRowRow, Staged>> {
  readonly verdict: Verdict;
}

export type ShownRow = Pick<StagedRow, 'line' | 'verdict' | 'code' | 'field' | 'label' | 'entityId' | 'waiting'>;
export type WaitingRow = Pick<StagedRow, 'line' | 'verdict' | 'code' | 'field'> & { readonly sealed: string };
export type SettledRow = Pick<StagedRow, 'line' | 'verdict' | 'code' | 'field' | 'entityId'>;

const SHOWN = 'line, verdict, code, field, label, entity_id as "entityId", waiting';

@Injectable()
export class ImportRowStore {
  /** Statements are sent as they are: TypeORM would build a parameter for each cell. */
  async insert(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
    await tx.prepared(
      `insert into import_rows (import_id, line, verdict, code, field, label, key, nth, waiting, sealed, entity_id)
       select $1, r.line, r.verdict, r.code, r.field, r.label, r.key, r.nth, r.waiting, r.sealed, r."entityId"
       from jsonb_to_recordset($2::jsonb) as r(line int, verdict text, code text, field text, label text, key text, nth int,
         waiting boolean, sealed text, "entityId" text)`,
      [importId, JSON.stringify(rows)],
    );
  }

  list(
    tx: Tx,
    importId: string,
    { verdict, after, limit }: { readonly verdict: Verdict | null; readonly after: number; readonly limit: number },
  ): Promise<ShownRow[]> {
    return tx.query<ShownRow>(
      `select ${SHOWN} from import_rows
       where import_id = $1 and line > $2 and ($3::text is null or verdict = $3) order by line limit $4`,
      [importId, after, verdict, limit],
    );
  }

  /** Rows that a person should read: those that were refused or warned of. */
  troubled(tx: Tx, importId: string, after: number, limit: number): Promise<ShownRow[]> {
    return tx.query<ShownRow>(
      `select ${SHOWN} from import_rows
       where import_id = $1 and line > $2 and verdict in ('warned', 'refused') order by line limit $3`,
      [importId, after, limit],
    );
  }

  waiting(tx: Tx, importId: string, limit: number): Promise<WaitingRow[]> {
    return tx.query<WaitingRow>(
      `select line, verdict, code, field, sealed from import_rows where import_id = $1 and waiting order by line limit $2`,
      [importId, limit],
    );
  }

  /** What was read of a row is forgotten once it is settled. */
  async settle(tx: Tx, importId: string, rows: readonly SettledRow[]): Promise<void> {
    await tx.prepared(
      `update import_rows i set verdict = r.verdict, code = r.code, field = r.field, entity_id = r."entityId", waiting = false, sealed = null
       from jsonb_to_recordset($2::jsonb) as r(line int, verdict text, code text, field text, "entityId" text)
       where i.import_id = $1 and i.line = r.line`,
      [importId, JSON.stringify(rows)],
    );
  }

  /** How many earlier rows of this file are about each of the things. */
  async seen(tx: Tx, importId: string, keys: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.prepared<{ key: string; seen: number }>(
      `select key, count(*)::int as seen from import_rows where import_id = $1 and key = any($2) group by key`,
      [importId, keys],
    );
    return new Map(rows.map(({ key, seen }) => [key, seen]));
  }

  /** What rows of the same words led to in earlier files, by key and `nth`. */
  async origins(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.prepared<{ key: string; nth: number; entityId: string }>(
      `select key, nth, entity_id as "entityId" from import_rows where key = any($1) and entity_id is not null`,
      [keys],
    );
    return new Map(rows.map(({ key, nth, entityId }) => [`${key}#${nth}`, entityId]));
  }

  async forget(tx: Tx, importId: string): Promise<void> {
    await tx.rows(ImportRowRow).update({ importId, waiting: true }, { waiting: false, sealed: null });
  }
}
