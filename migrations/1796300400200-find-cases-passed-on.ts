import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which cases somebody's leave gave into other hands: they come back at its end. */
export class FindCasesPassedOn1796300400200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index violation_history_passed_on on violation_history (violation_id, id)
      where command = 'reassign' and detail ->> 'reason' = 'assignee-on-leave'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index violation_history_passed_on');
  }
}
