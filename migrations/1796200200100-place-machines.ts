import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a machine usually stands: the pin of whoever stood before it last. A list of grids finds its people by it. */
export class PlaceMachines1796200200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table machines
        add lat double precision,
        add lng double precision,
        add constraint machines_place check ((lat is null) = (lng is null));
      select set_config('hanan.scope', 'system', true);
      update machines m set lat = c.lat, lng = c.lng
        from (select distinct on (entity_id) entity_id, lat, lng from collections
          where kind = 'machine' and entity_id is not null and lat is not null and coalesce(accuracy_m, 0) <= 200
          order by entity_id, collected_at desc, id desc) c
        where c.entity_id = m.id and m.status <> 'scrapped' and m.user_enterprise_id is null and m.user_welder_id is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table machines drop constraint machines_place, drop lat, drop lng');
  }
}
