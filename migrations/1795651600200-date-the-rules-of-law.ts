import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { lawDates } from './dated/law-dates';
import { legalBasis2026 } from './dated/legal-basis-2026';

const RULES = [...lawDates, ...legalBasis2026];

/** Rules name the text that they come from and the day from which it holds; labels say only what was read. */
export class DateTheRulesOfLaw1795651600200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // one after another: two of them follow each other in one slot
    for (const rule of RULES) await addDatedRules(db, [rule]);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const rule of [...RULES].reverse()) await removeDatedRules(db, [rule]);
  }
}
