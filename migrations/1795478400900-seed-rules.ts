import type { MigrationInterface, QueryRunner } from 'typeorm';
import { seededRules } from './rules/all-rules';

/** Before anything the platform can be told of, so that late data finds its rules too. A change by date is a second version. */
const BEGINNING = '2000-01-01T00:00:00+08:00';

/** The first version of every rule, with the text it comes from. Later versions are an administrator's, ahead of their date. */
export class SeedRules1795478400900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const rows = seededRules.map(({ key, regime = '', level = '', value, source, certainty }, i) => ({
      id: `seed-${String(i + 1).padStart(4, '0')}`,
      key,
      regime,
      level,
      value,
      source,
      certainty,
    }));
    await db.query(
      `insert into rule_versions (id, key, regime, level, valid_from, value, source, certainty)
       select r.id, r.key, r.regime, r.level, $2::timestamptz, r.value, r.source, r.certainty
       from jsonb_to_recordset($1::jsonb)
         as r(id text, key text, regime text, level text, value jsonb, source text, certainty text)
       order by r.id`,
      [JSON.stringify(rows), BEGINNING],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from rule_versions where id like 'seed-%'`);
  }
}
