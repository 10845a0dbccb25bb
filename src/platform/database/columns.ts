import { getMetadataArgsStorage, type ObjectLiteral } from 'typeorm';
import type { RowType } from './rows';

/**
 * Columns for raw SQL, as `alias.some_name as "someName"`. The compiler knows the names, so a renamed column is found
 * before anything runs; the answer has the type `Pick<Row, …>`.
 */
export function columnsOf<Row extends ObjectLiteral>(
  type: RowType<Row>,
  alias: string,
  names: readonly (keyof Row & string)[],
): string {
  return names.map((name) => `${alias}.${columnOf(type, name)} as "${name}"`).join(', ');
}

function columnOf(type: RowType<ObjectLiteral>, name: string): string {
  const column = getMetadataArgsStorage().columns.find((one) => one.target === type && one.propertyName === name);
  if (!column) throw new Error(`${type.name} has no column ${name}`);
  return column.options.name ?? name;
}
