import { EMPTY_CELL, type TableRow } from '../../kernel/table-cell';
import { cellText } from './cell-text';
import type { Columns, ValuesOf } from './column';
import type { Headings } from './find-headings';

/** `field`: null if the row as a whole cannot be used. */
export interface CellTrouble {
  readonly field: string | null;
  readonly code: string;
}

/** `fault`: the first cell that cannot be used. `formulas`: columns whose value a formula gave. */
export interface ReadRow<C extends Columns> {
  readonly values: ValuesOf<C>;
  readonly fault: CellTrouble | null;
  readonly formulas: readonly string[];
}

/** A row as values of its kind. Cells below headings that nobody knows are left out. */
export function readRow<C extends Columns>(
  columns: C,
  { places }: Headings,
  row: TableRow,
  from1904: boolean,
): ReadRow<C> {
  const values: Record<string, unknown> = {};
  const formulas: string[] = [];
  let fault: CellTrouble | null = row.hidden ? { field: null, code: 'import.row-hidden' } : null;
  for (const [field, column] of Object.entries(columns)) {
    const place = places.get(field);
    const cell = (place === undefined ? undefined : row.cells[place]) ?? EMPTY_CELL;
    if (cell.formula) formulas.push(field);
    values[field] = null;
    const text = cellText(cell);
    // a formula is never evaluated, and one that stands as text is no value
    if (text === '' ? cell.formula : text.startsWith('=')) {
      fault ??= { field, code: 'import.formula-unread' };
      continue;
    }
    if (text === '') {
      if (column.required) fault ??= { field, code: 'import.required' };
      continue;
    }
    const read = column.read(cell, from1904);
    if (read.ok) values[field] = read.value;
    else fault ??= { field, code: read.refusal };
  }
  return { values: values as ValuesOf<C>, fault, formulas };
}
