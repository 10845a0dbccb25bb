import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 存放地点: where a machine usually stands, in words somebody typed. It is forgotten with the pin when the machine goes elsewhere. */
export class NameMachinePlaces1796300100300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table machines add place_name text
         constraint machines_place_name check (btrim(place_name) <> '' and length(place_name) <= 100)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table machines drop place_name');
  }
}
