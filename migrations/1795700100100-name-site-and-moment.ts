import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The site that a form names, and work that begins at its submission. */
export class NameSiteAndMoment1795700100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits
        add column site_id text references sites,
        -- its start was left out
        add column starts_now boolean not null default false,
        add column lasts_minutes int check (lasts_minutes > 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table permits drop column lasts_minutes, drop column starts_now, drop column site_id');
  }
}
