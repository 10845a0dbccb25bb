import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { placeRules } from './dated/place-rules';
import { XUCHANG_BOUNDS } from './dated/xuchang-bounds';
import { scopedBy } from './row-level-security';

/**
 * Where signboards hang, and who vouched for that with a good position. A visit may be shown by a signboard, and then has
 * no position of its own. Why an official gave a wide radius, and roughly where regions lie.
 */
export class ProveThePlace1795651300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, placeRules);
    await db.query(`
      create table permit_signboards (
        permit_id text primary key references permits,
        bound_by text not null references users,
        bound_at timestamptz not null,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        accuracy_m double precision not null check (accuracy_m >= 0)
      );
      alter table designated_areas
        add signboard_code text,
        add signboard_bound_at timestamptz,
        add signboard_bound_by text references users,
        add constraint designated_areas_signboard check ((signboard_code is null) = (signboard_bound_at is null));
      create unique index designated_areas_signboard_code on designated_areas (signboard_code);
      alter table permit_site_visits
        alter lat drop not null,
        alter lng drop not null,
        add constraint permit_site_visits_position check ((lat is null) = (lng is null));
      alter table permits add radius_reason text;
      alter table designated_areas add radius_reason text;
      create table region_bounds (
        region_code text collate "C" primary key,
        south double precision not null,
        west double precision not null,
        north double precision not null,
        east double precision not null,
        check (south < north and west < east)
      );
      ${scopedBy('permit_signboards', 'permits', 'permit_id')}
      create policy system_sees_all on permit_signboards to hanan_system using (true) with check (true);
    `);
    for (const bounds of XUCHANG_BOUNDS)
      await db.query('insert into region_bounds (region_code, south, west, north, east) values ($1, $2, $3, $4, $5)', [
        ...bounds,
      ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table permit_signboards, region_bounds;
      alter table permits drop radius_reason;
      alter table designated_areas drop radius_reason;
      alter table designated_areas drop signboard_code, drop signboard_bound_at, drop signboard_bound_by;
      alter table permit_site_visits drop constraint permit_site_visits_position;
      update permit_site_visits v set lat = p.lat, lng = p.lng from permits p where p.id = v.permit_id and v.lat is null;
      alter table permit_site_visits alter lat set not null, alter lng set not null;
    `);
    await removeDatedRules(db, placeRules);
  }
}
