import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { stopRules } from './dated/stop-rules';

/** Whoever stops the work by hand has seen something: before it goes on, all measures are confirmed anew. */
export class AskMeasuresAnew1795800400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const rule of stopRules) await addDatedRules(db, [rule]); // one slot: the first ends where the second begins
  }

  async down(db: QueryRunner): Promise<void> {
    for (const rule of [...stopRules].reverse()) await removeDatedRules(db, [rule]);
  }
}
