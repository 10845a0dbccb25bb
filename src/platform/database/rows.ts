import type { EntityManager, FindManyOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';

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
      await manager
        .createQueryBuilder()
        .insert()
        .into(type)
        .values(rows as never)
        .updateEntity(false)
        .execute();
    },
    update: async (where, changes) => (await manager.update(type, where, changes)).affected ?? 0,
    delete: async (where) => (await manager.delete(type, where)).affected ?? 0,
  };
}
