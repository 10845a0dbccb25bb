import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom permits name as watcher is asked for at each submission. */
export class FindDoubleBookings1795651400300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index permits_named_watch on permits (fire_watch_id)
      where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index permits_named_watch');
  }
}
