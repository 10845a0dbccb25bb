import type { EntityManager, FindManyOptions, FindOptionsWhere, InsertQueryBuilder, ObjectLiteral } from 'typeorm';

/** A class of `src/schema`: one table, columns only. */
export type RowType<Row extends ObjectLiteral> = new () => Row;

type Where<Row extends ObjectLiteral> = FindOptionsWhere<Row> | FindOptionsWhere<Row>[];

/** `lock` asks for rows that nobody else changes until the commit. */
type Question<Row extends ObjectLiteral> = Pick<FindManyOptions<Row>, 'where' | 'order' | 'take' | 'lock'>;

/**
 * Ordinary reading and writing of one table inside the open transaction and its scope. This is all of TypeORM that a
 * store may reach: `save`, `remove` and `transaction` would commit early and leave row level security (docs/adr/0026).
 */
export interface Rows<Row extends ObjectLiteral> {
  find(question: Question<Row>): Promise<Row[]>;
  findOne(question: Question<Row>): Promise<Row | null>;
  existsBy(where: Where<Row>): Promise<boolean>;
  /** Columns that are left out get the default of the table. */
  insert(rows: Partial<Row> | readonly Partial<Row>[]): Promise<void>;
  /** False if a unique constraint finds such a row already; nothing is written then. */
  insertNew(row: Partial<Row>): Promise<boolean>;
  /** How many rows were changed. */
  update(where: FindOptionsWhere<Row>, changes: Partial<Row>): Promise<number>;
  /** How many rows were deleted. */
  delete(where: FindOptionsWhere<Row>): Promise<number>;
}

/** The typed rows of one table inside a transaction; `Tx.rows` calls it. */
export function rowsOf<Row extends ObjectLiteral>(manager: EntityManager, type: RowType<Row>): Rows<Row> {
  return {
    find: (question) => manager.find(type, question),
    findOne: (question) => manager.findOne(type, question),
    existsBy: (where) => manager.existsBy(type, where),
    insert: async (rows) => {
      await insertInto(manager, type, rows).execute();
    },
    insertNew: async (row) => {
      const written = await insertInto(manager, type, row).orIgnore().returning('1').execute();
      return (written.raw as unknown[]).length > 0;
    },
    update: async (where, changes) => (await manager.update(type, where, changes)).affected ?? 0,
    delete: async (where) => (await manager.delete(type, where)).affected ?? 0,
  };
}

const insertInto = <Row extends ObjectLiteral>(
  manager: EntityManager,
  type: RowType<Row>,
  rows: Partial<Row> | readonly Partial<Row>[],
): InsertQueryBuilder<Row> =>
  manager
    .createQueryBuilder()
    .insert()
    .into(type)
    .values(rows as never)
    .updateEntity(false);

/**
 * Picks the columns to write from a feature's object. TypeORM refuses to update a name that the table does not have.
 */
export const valuesOf = <T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
