import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closingPlaces } from './dated/closing-places';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** Places where people live and trade under one roof are not worked in while they are open. */
export class CloseLiveInPlaces1795651500200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, closingPlaces);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, closingPlaces);
  }
}
