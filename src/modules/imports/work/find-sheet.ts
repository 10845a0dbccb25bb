import { findHeadings, HEADING_ROWS, type HeadingFault, type Headings } from '../../../domain/imports/find-headings';
import type { ImportKind } from '../../../domain/imports/import';
import { ok, refused, type Result } from '../../../kernel/result';
import type { TableRow } from '../../../kernel/table-cell';
import type { OpenTable } from '../../../platform/documents/tables/open-table';

export interface ReadableSheet extends Headings {
  readonly name: string;
  /** Other sheets that hold such a list, too: they are not read, and whoever sent the file is told. */
  readonly left: readonly string[];
  readonly hidden: boolean;
  readonly from1904: boolean;
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
}

/** `details`: the kind that the file looks like, the fields whose headings are missing, or the sheet that nobody sees. */
export interface SheetFault {
  readonly code: 'import.empty' | 'import.wrong-kind' | 'import.headings-missing' | 'import.sheet-hidden';
  readonly details: readonly string[];
}

/** The first sheet in sight whose headings fit the kind. Where none does, the clearest reason of any sheet. */
export async function findSheet(kind: ImportKind, table: OpenTable): Promise<Result<ReadableSheet, SheetFault>> {
  let fault: SheetFault = { code: 'import.empty', details: [] };
  const fitting: ReadableSheet[] = [];
  for (const sheet of table.sheets) {
    const rows = await firstRows(sheet.rows());
    if (rows.length === 0) continue;
    const found = findHeadings(kind, rows);
    if (found.ok) fitting.push({ ...found.value, ...sheet, left: [], from1904: table.from1904 });
    else fault = clearer(fault, found.refusal);
  }
  const sheet = fitting.find(({ hidden }) => !hidden);
  if (sheet) return ok({ ...sheet, left: fitting.filter((one) => one !== sheet).map(({ name }) => name) });
  return refused(fitting[0] ? { code: 'import.sheet-hidden', details: [fitting[0].name] } : fault);
}

function clearer(before: SheetFault, found: HeadingFault): SheetFault {
  if (found.code === 'import.wrong-kind') return { code: found.code, details: [found.looksLike] };
  return before.code === 'import.empty' ? { code: found.code, details: found.missing } : before;
}

async function firstRows(rows: AsyncIterable<TableRow> | Iterable<TableRow>): Promise<TableRow[]> {
  const first: TableRow[] = [];
  for await (const row of rows) if (first.push(row) === HEADING_ROWS) break;
  return first;
}
