import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { urgentCloses } from './dated/urgent-closes';

/** Two urgent permits of an enterprise left unsigned close that way, so a submission looks for them. */
export class CloseTheUrgentWay1795800100400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, urgentCloses);
    await db.query(`
      create index permits_unsigned on permits (enterprise_id, countersign_overdue_at) where countersign_overdue_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index permits_unsigned');
    await removeDatedRules(db, urgentCloses);
  }
}
