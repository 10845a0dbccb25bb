import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountRules } from './dated/account-rules';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** Who must have a second factor is a rule with a day, as other rules are. One after the other: the second ends the first. */
export class RequireSecondFactors1796500400110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const rule of accountRules) await addDatedRules(db, [rule]);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const rule of [...accountRules].reverse()) await removeDatedRules(db, [rule]);
  }
}
