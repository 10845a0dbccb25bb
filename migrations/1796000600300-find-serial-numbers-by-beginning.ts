import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inventory looks for machines by the beginning of their serial number; without this index that reads all of them. */
export class FindSerialNumbersByBeginning1796000600300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'create index machines_serial_beginning on machines (serial_folded text_pattern_ops) where serial_folded is not null',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index machines_serial_beginning');
  }
}
