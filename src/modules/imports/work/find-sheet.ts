import { findHeadings, HEADING_ROWS, type Headings } from '../../../domain/imports/find-headings';
import type { ImportKind } from '../../../domain/imports/import';
import { ok, refused, type Result } from '../../../kernel/result';
import type { TableRow } from '../../../kernel/table-cell';
import type { OpenTable } from '../../../platform/documents/tables/open-table';

export interface ReadableSheet extends Headings {
  readonly name: string;
  readonly from1904: boolean;
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
}

/** `details`: the kind that the file looks like, or the fields whose headings are missing. */
export interface SheetFault {
  readonly code: 'import.empty' | 'import.wrong-kind' | 'import.headings-missing';
  readonly details: readonly string[];
}

/** The first sheet whose headings fit the kind. Where none does, the clearest reason of any sheet. */
export async function findSheet(kind: ImportKind, table: OpenTable): Promise<Result<ReadableSheet, SheetFault>> {
  let fault: SheetFault = { code: 'import.empty', details: [] };
  for (const sheet of table.sheets) {
    const rows = await firstRows(sheet.rows());
    if (rows.length === 0) continue;
    const found = findHeadings(kind, rows);
    if (found.ok) return ok({ ...found.value, ...sheet, from1904: table.from1904 });
    const { refusal } = found;
    if (refusal.code === 'import.wrong-kind') fault = { code: refusal.code, details: [refusal.looksLike] };
    else if (fault.code === 'import.empty') fault = { code: refusal.code, details: refusal.missing };
  }
  return refused(fault);
}

async function firstRows(rows: AsyncIterable<TableRow> | Iterable<TableRow>): Promise<TableRow[]> {
  const first: TableRow[] = [];
  for await (const row of rows) if (first.push(row) === HEADING_ROWS) break;
  return first;
}
