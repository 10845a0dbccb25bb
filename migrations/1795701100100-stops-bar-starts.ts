import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stop on the spot bars new starts, so each scan looks for stopped jobs of its machine, welder and permit. */
export class StopsBarStarts1795701100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index jobs_stopped_machine on jobs (machine_id) where end_reason = 'stop-order';
      create index jobs_stopped_welder on jobs (welder_id) where end_reason = 'stop-order';
      create index jobs_stopped_permit on jobs (permit_id) where end_reason = 'stop-order'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index jobs_stopped_machine, jobs_stopped_welder, jobs_stopped_permit');
  }
}
