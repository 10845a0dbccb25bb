import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fixed work point that its place no longer allows: nothing new begins there, and what runs ends with warnings. */
export class CloseWorkshops1795800100200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table designated_areas
        add column closing_since timestamptz,
        add column closing_site_id text references sites,
        add constraint designated_areas_closing check ((closing_since is null) = (closing_site_id is null))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table designated_areas drop column closing_since, drop column closing_site_id');
  }
}
