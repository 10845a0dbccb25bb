import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placeAnswers } from './rules/place-answers';

/** No earlier version exists, so that permits of any day find the rule. */
const BEGINNING = '2000-01-01T00:00:00+08:00';

/** Kinds of places that answer a question by themselves: nobody says "confined space" and "not in a confined space" at once. */
export class LetPlacesAnswer1795651200300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { key, regime = '', value, source, certainty } of placeAnswers)
      await db.query(
        `insert into rule_versions (id, key, regime, level, valid_from, value, source, certainty)
         values ($1, $2, $3, '', $4::timestamptz, $5::jsonb, $6, $7)`,
        [`place-answers-${regime}`, key, regime, BEGINNING, JSON.stringify(value), source, certainty],
      );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from rule_versions where id like 'place-answers-%'`);
  }
}
