import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { gasRules } from './dated/gas-rules';

/** Limits for meters that tell no gases apart and for poison, the clause of each limit, and when a gas test is asked for. */
export class JudgeGasByTheBook1795651200460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, gasRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, gasRules);
  }
}
