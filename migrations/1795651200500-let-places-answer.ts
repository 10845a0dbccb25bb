import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { placeAnswers } from './dated/place-answers';

/** Kinds of places that answer a question by themselves: nobody says "confined space" and "not in a confined space" at once. */
export class LetPlacesAnswer1795651200500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, placeAnswers);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, placeAnswers);
  }
}
