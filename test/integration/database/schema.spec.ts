import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { ENTITIES } from '../../../src/schema/entities';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { columnName, writtenRows } from '../../support/schema-rows';

interface CatalogColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly identity: boolean;
  readonly key: boolean;
}

const CATALOG = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    a.attgenerated = 's' as generated, a.attidentity <> '' as identity,
    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
  order by c.relname, a.attname`;

/** As `format_type` writes it. */
function typeOf({ type, isArray, precision, scale }: ColumnMetadata): string {
  const name = type === 'timestamptz' ? 'timestamp with time zone' : String(type);
  const size = type === 'numeric' ? `(${precision},${scale})` : '';
  return `${name}${size}${isArray ? '[]' : ''}`;
}

const asCatalog = (table: string, column: ColumnMetadata): CatalogColumn => ({
  table,
  column: column.databaseName,
  type: typeOf(column),
  nullable: column.isNullable,
  generated: column.generatedType === 'STORED',
  identity: column.generatedIdentity !== undefined,
  key: column.isPrimary,
});

const lines = (columns: readonly CatalogColumn[]): string[] => columns.map((one) => JSON.stringify(one)).sort();

describe('the rows of src/schema and the migrated database', () => {
  let db: TestDatabase;
  let catalog: CatalogColumn[];
  const rows = writtenRows();
  const rawTables = rows.filter(({ raw }) => raw).map(({ table }) => table);

  beforeAll(async () => {
    db = await freshDatabase();
    catalog = await db.dataSource.query(CATALOG);
  });
  afterAll(() => db.close());

  it('know the same tables', () => {
    expect(rows.map(({ table }) => table).sort()).toEqual([...new Set(catalog.map(({ table }) => table))].sort());
  });

  it('every entity is in the list that TypeORM gets', () => {
    const entities = rows.filter(({ raw }) => !raw).map(({ name }) => name);
    expect(ENTITIES.map(({ name }) => name).sort()).toEqual(entities.sort());
  });

  it('entities differ from their tables in nothing', () => {
    const mapped = db.dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column) => asCatalog(tableName, column)),
    );
    expect(lines(mapped)).toEqual(lines(catalog.filter(({ table }) => !rawTables.includes(table))));
  });

  it('rows for raw SQL have the columns of their tables, null where these may be null', () => {
    const written = rows
      .filter(({ raw }) => raw)
      .flatMap(({ table, fields }) =>
        fields.map(({ name, nullable }) => [table, columnName(name), nullable].join(' ')),
      );
    const stored = catalog
      .filter(({ table }) => rawTables.includes(table))
      .map(({ table, column, nullable }) => [table, column, nullable].join(' '));
    expect(written.sort()).toEqual(stored.sort());
  });

  it('only tables that TypeORM cannot map are left to raw SQL', () => {
    const has = (table: string, test: (column: CatalogColumn) => boolean): boolean =>
      catalog.some((column) => column.table === table && test(column));
    const unmappable = rawTables.filter(
      (table) => has(table, ({ type }) => type === 'xid8') || !has(table, ({ key }) => key),
    );
    expect(rawTables).toEqual(unmappable);
  });
});
