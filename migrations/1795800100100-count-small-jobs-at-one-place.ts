import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { smallSamePlace } from './dated/small-same-place';

/** Small jobs are counted by the place that they share, not by their pins alone. */
export class CountSmallJobsAtOnePlace1795800100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, smallSamePlace);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, smallSamePlace);
  }
}
