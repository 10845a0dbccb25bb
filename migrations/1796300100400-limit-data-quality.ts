import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { qualityRules } from './dated/quality-rules';

/** 数据质量的限值: until now they stood in the code, where no county could change them. */
export class LimitDataQuality1796300100400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, qualityRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, qualityRules);
  }
}
