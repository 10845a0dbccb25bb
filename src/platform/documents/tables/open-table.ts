import type { TableRow } from '../../../kernel/table-cell';
import { readCsvRows } from './csv-rows';
import { findMergedCells, type MergedCells } from './merged-cells';
import { readSheetRows } from './sheet-rows';
import { UnreadableTable } from './unreadable-table';
import { WorkbookParts } from './workbook-parts';
import { readSharedTexts, readWorkbookFacts } from './workbook-sheets';

interface TableSheet {
  /** Empty for a CSV file. */
  readonly name: string;
  readonly hidden: boolean;
  /** From the first row each time. */
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
}

export interface OpenTable {
  readonly sheets: readonly TableSheet[];
  readonly from1904: boolean;
}

/** Tells by its first bytes what a file is, whatever its name says. Throws `UnreadableTable`, also while rows are read. */
export async function openTable(bytes: Buffer): Promise<OpenTable> {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return openWorkbook(bytes);
  // the container of .xls, and of a workbook with a password
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableTable('import.old-workbook');
  if (bytes.length === 0 || begins(bytes, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableTable('import.not-a-table');
  return { sheets: [{ name: '', hidden: false, rows: () => readCsvRows(bytes) }], from1904: false };
}

async function openWorkbook(bytes: Buffer): Promise<OpenTable> {
  const parts = await WorkbookParts.open(bytes);
  const { sheets, from1904 } = await readWorkbookFacts(parts);
  const shared = await readSharedTexts(parts);
  return {
    sheets: sheets.map(({ name, hidden, path }) => ({ name, hidden, rows: rowsOf(parts, path, shared) })),
    from1904,
  };
}

/** Merged cells are looked for once, however often the rows are read. */
function rowsOf(parts: WorkbookParts, path: string, shared: readonly string[]): () => AsyncIterable<TableRow> {
  let looking: Promise<readonly MergedCells[]> | null = null;
  return async function* (): AsyncGenerator<TableRow> {
    looking ??= findMergedCells(parts, path);
    yield* readSheetRows(parts, path, { shared, merged: await looking });
  };
}

const begins = (bytes: Buffer, ...signs: readonly number[]): boolean => signs.every((sign, i) => bytes[i] === sign);
