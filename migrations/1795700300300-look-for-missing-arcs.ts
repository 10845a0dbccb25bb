import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { suspicions } from './dated/suspicions';

/** Permits that were worked without any arc, and machines that burn far less than they did. */
export class LookForMissingArcs1795700300300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, suspicions);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, suspicions);
  }
}
