import { getMetadataArgsStorage, type ColumnOptions, type ObjectLiteral, type ValueTransformer } from 'typeorm';
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
  return names.map((name) => `${alias}.${columnName(type, name)} as "${name}"`).join(', ');
}

/** The name of a column in the database, for raw SQL that writes it. */
export function columnName<Row extends ObjectLiteral>(type: RowType<Row>, name: keyof Row & string): string {
  return columnOf(type, name).name ?? name;
}

/** A value as the driver takes it for its column; nothing stays null. */
export function columnValue<Row extends ObjectLiteral>(
  type: RowType<Row>,
  name: keyof Row & string,
  value: unknown,
): unknown {
  if (value === null || value === undefined) return null;
  const { type: kind, transformer } = columnOf(type, name);
  if (kind === 'jsonb') return JSON.stringify(value);
  return transformer === undefined ? value : (transformer as ValueTransformer).to(value);
}

const known = new Map<RowType<ObjectLiteral>, ReadonlyMap<string, ColumnOptions>>();

function columnOf(type: RowType<ObjectLiteral>, name: string): ColumnOptions {
  const columns = known.get(type) ?? readColumns(type);
  const options = columns.get(name);
  if (!options) throw new Error(`${type.name} has no column ${name}`);
  return options;
}

/** Read once a table: TypeORM keeps the columns of all tables in one list. */
function readColumns(type: RowType<ObjectLiteral>): ReadonlyMap<string, ColumnOptions> {
  const own = getMetadataArgsStorage().columns.filter((one) => one.target === type);
  const columns = new Map(own.map(({ propertyName, options }) => [propertyName, options]));
  known.set(type, columns);
  return columns;
}
