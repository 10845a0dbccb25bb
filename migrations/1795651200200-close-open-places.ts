import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openPlaceRules, type DatedRule } from './dated/open-places';

/** A seeded rule ends where its later version begins. Where an administrator has ended it already, their version stays. */
export class CloseOpenPlaces1795651200200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const rule of openPlaceRules) await begin(db, rule);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { id, key, validFrom } of [...openPlaceRules].reverse()) {
      await db.query('delete from rule_versions where id = $1', [id]);
      await db.query(
        `update rule_versions set valid_to = null where key = $1 and id like 'seed-%' and valid_to = $2::timestamptz`,
        [key, validFrom],
      );
    }
  }
}

async function begin(db: QueryRunner, { id, key, validFrom, value, source, certainty }: DatedRule): Promise<void> {
  await db.query(
    `update rule_versions set valid_to = $2::timestamptz where key = $1 and id like 'seed-%' and valid_to is null`,
    [key, validFrom],
  );
  await db.query(
    `insert into rule_versions (id, key, valid_from, value, source, certainty)
     select $1, $2, $3::timestamptz, $4::jsonb, $5, $6
     where not exists (select 1 from rule_versions r
       where r.key = $2 and r.regime = '' and r.level = '' and r.region_code = ''
         and tstzrange(r.valid_from, r.valid_to) && tstzrange($3::timestamptz, null))`,
    [id, key, validFrom, JSON.stringify(value), source, certainty],
  );
}
