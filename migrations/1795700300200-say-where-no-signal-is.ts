import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places without signal: somebody responsible said so on the spot, or an official did. There a code may be fetched ahead. */
export class SayWhereNoSignalIs1795700300200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits add without_signal_at timestamptz, add without_signal_by text references users;
      alter table designated_areas add without_signal_at timestamptz, add without_signal_by text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits drop without_signal_at, drop without_signal_by;
      alter table designated_areas drop without_signal_at, drop without_signal_by;
    `);
  }
}
