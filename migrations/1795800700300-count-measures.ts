import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countedMeasures } from './dated/counted-measures';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** The number that some lines of the checklist ask for: how many blinds, how many extinguishers. */
export class CountMeasures1795800700300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table permit_measures add column number numeric(6, 1) check (number >= 0)');
    await addDatedRules(db, countedMeasures);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, countedMeasures);
    await db.query('alter table permit_measures drop column number');
  }
}
