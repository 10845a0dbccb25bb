import type { TableCell } from '../../../kernel/table-cell';
import { columnIn } from './cell-place';
import { TABLE_LIMITS as MOST } from './table-limits';
import { UnreadableTable } from './unreadable-table';
import type { WorkbookParts } from './workbook-parts';

/** Cells below one another that a person sees as one. The file keeps the value in the first of them alone. */
export interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g;
/** Longer than one such tag. */
const KEPT = 300;

/** A sheet names them behind its rows. To find them no tag has to be understood, so the bytes are only looked through. */
export async function findMergedCells(parts: WorkbookParts, path: string): Promise<readonly MergedCells[]> {
  const found: MergedCells[] = [];
  let text = '';
  for await (const piece of (await parts.stream(path)) ?? []) {
    text += (piece as Buffer).toString('latin1');
    let read = 0;
    for (const { 0: tag, 1: column = '', 2: from, 3: to, index } of text.matchAll(MERGE)) {
      read = index + tag.length;
      if (Number(to) > Number(from)) found.push({ column: columnIn(column), from: Number(from), to: Number(to) });
    }
    if (found.length > MOST.mergedCells) throw new UnreadableTable('import.too-many-merged');
    text = text.slice(Math.max(read, text.length - KEPT));
  }
  return found;
}

/** Gives each row the values that merged cells show in it. Rows come in their order. */
export class MergedValues {
  private readonly beginning = new Map<number, MergedCells[]>();
  private going: { readonly cells: MergedCells; readonly value: TableCell }[] = [];

  constructor(merged: readonly MergedCells[]) {
    for (const cells of merged) this.beginning.set(cells.from, [...(this.beginning.get(cells.from) ?? []), cells]);
  }

  /** The value above, where this cell is only the lower part of another one. */
  fill(line: number, row: TableCell[], empty: TableCell): void {
    if (this.going.length > 0) this.going = this.going.filter(({ cells }) => line <= cells.to);
    for (const { cells, value } of this.going) {
      while (row.length <= cells.column) row.push(empty);
      row[cells.column] = value;
    }
    for (const cells of this.beginning.get(line) ?? []) {
      const value = row[cells.column];
      if (value) this.going.push({ cells, value });
    }
  }
}
