import type { Columns } from '../../../domain/imports/column';
import type { Plain } from '../../../domain/exchange/formats';
import { ok, refused, type Result } from '../../../kernel/result';
import { textCell } from '../../../kernel/table-cell';

/** `name`: the column that cannot be used. */
export interface ValueFault {
  readonly name: string;
  readonly code: string;
}

const cellOf = (value: Plain): string => {
  if (Array.isArray(value)) return (value as readonly string[]).join('、');
  return value === true ? '是' : value === false ? '否' : String(value);
};

/** Values of another platform as the columns of a list read them: one reader and one judge for lists and for platforms. */
export function readValues(
  columns: Columns,
  record: Readonly<Record<string, Plain>>,
): Result<Record<string, unknown>, ValueFault> {
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    values[name] = null;
    const value = record[name];
    if (value === undefined || value === null || cellOf(value).trim() === '') {
      if (column.required) return refused({ name, code: 'import.required' });
      continue;
    }
    const read = column.read(textCell(cellOf(value)), false);
    if (!read.ok) return refused({ name, code: read.refusal });
    values[name] = read.value;
  }
  return ok(values);
}
