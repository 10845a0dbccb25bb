import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor at sign-in: one secret a person, sealed, and codes for the day the phone is gone. The login alone reads them. */
export class AskSecondFactors1796200500200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table second_factors (
        user_id text primary key references users,
        sealed text not null,
        begun_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint not null default 0 check (last_step >= 0)
      );
      create table recovery_codes (
        user_id text not null references second_factors on delete cascade,
        code_hash text not null,
        used_at timestamptz,
        primary key (user_id, code_hash)
      );
      revoke all on second_factors, recovery_codes from hanan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table recovery_codes, second_factors');
  }
}
