import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail is searched by person and by time. */
export class SearchTheTrail1796200400120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index audit_entries_actor on audit_entries (actor_id, id desc) where actor_id is not null;
      create index audit_entries_at on audit_entries using brin (at);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index audit_entries_at, audit_entries_actor');
  }
}
