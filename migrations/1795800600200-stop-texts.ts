import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phones whose owners want no more texts about small jobs, as keyed hashes: at most one row for each phone that got a text. */
export class StopTexts1795800600200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table text_stops (
        phone_hash text primary key,
        stopped_at timestamptz not null,
        -- by which whoever has the phone undoes it
        code_hash text,
        code_until timestamptz,
        code_attempts int not null default 0
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table text_stops');
  }
}
