import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who told the platform to forget a chip's boot number, and why. */
export class ResetBootNumbers1795800600300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table chip_resets (
        id text primary key,
        chip_no text not null references chips,
        at timestamptz not null,
        by_user text not null references users,
        reason text not null,
        boot_before int not null,
        boot_after int not null
      );
      create index chip_resets_chip on chip_resets (chip_no, id desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table chip_resets');
  }
}
