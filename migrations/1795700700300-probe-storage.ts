import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row that readiness writes now and then: a full disk shows only by writing. */
export class ProbeStorage1795700700300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'create table storage_probe (id int primary key check (id = 1), filling bytea not null, at timestamptz not null)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table storage_probe');
  }
}
