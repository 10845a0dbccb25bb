import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code that was just used is remembered for a moment, so that a doubled request is not refused. */
export class SurviveDoubledRequests1795700700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table login_codes add column used_at timestamptz, add column used_from text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table login_codes drop column used_at, drop column used_from');
  }
}
