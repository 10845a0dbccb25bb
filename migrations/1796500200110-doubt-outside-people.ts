import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { agreementRules } from './dated/agreement-rules';

/** Whoever signs a permit hears of contractors and leased workers without a valid safety agreement. */
export class DoubtOutsidePeople1796500200110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, agreementRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, agreementRules);
  }
}
