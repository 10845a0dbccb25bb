import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { identityRules } from './dated/identity-rules';

/** When a welder at two places, or a card in many hands, is told to people. */
export class SuspectLentCards1796300500100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, identityRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, identityRules);
  }
}
