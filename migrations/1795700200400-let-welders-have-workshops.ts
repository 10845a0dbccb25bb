import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { workshopRules } from './dated/workshop-rules';
import { scoped } from './row-level-security';

/** A self-employed welder's or a repair shop's own workshop: asked for, confirmed by grid worker and county, a fixed work point for a year. */
export class LetWeldersHaveWorkshops1795700200400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table designated_areas
        alter column enterprise_id drop not null,
        add column owner_welder_id text references welders,
        add column place_kinds text[] not null default '{}',
        add constraint designated_areas_somebodys check (enterprise_id is not null or owner_welder_id is not null);
      create index designated_areas_owner on designated_areas (owner_welder_id) where owner_welder_id is not null;

      create policy designated_areas_owner on designated_areas for select
        using (owner_welder_id = nullif(current_setting('hanan.welder', true), ''));

      create table workshops (
        id text primary key,
        name text not null,
        owner_welder_id text references welders,
        enterprise_id text references enterprises,
        region_code text collate "C" not null references regions,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        radius_m int not null check (radius_m between 1 and 2000),
        place_kinds text[] not null,
        asked_by text not null,
        asked_at timestamptz not null,
        grid_confirmed_by text,
        grid_confirmed_at timestamptz,
        county_confirmed_by text,
        county_confirmed_at timestamptz,
        refused_by text,
        refused_at timestamptz,
        refused_because text,
        designated_area_id text references designated_areas,
        check ((owner_welder_id is null) <> (enterprise_id is null)),
        check (grid_confirmed_by <> county_confirmed_by),
        check ((refused_at is null) = (refused_because is null)),
        check (designated_area_id is null or (grid_confirmed_at is not null and county_confirmed_at is not null and refused_at is null))
      );
      create unique index workshops_one_of_a_welder on workshops (owner_welder_id) where designated_area_id is null and refused_at is null;
      create unique index workshops_one_of_a_shop on workshops (enterprise_id) where designated_area_id is null and refused_at is null;
      create index workshops_owner on workshops (coalesce(owner_welder_id, enterprise_id));
      create index workshops_region on workshops (region_code, id);
      ${scoped('workshops', { region: 'region_code', enterprise: ['enterprise_id'], welder: 'owner_welder_id' })}
      create policy system_sees_all on workshops to hanan_system using (true) with check (true);
    `);
    await addDatedRules(db, workshopRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, workshopRules);
    await db.query(`
      drop table workshops;
      select set_config('hanan.scope', 'system', true);
      delete from designated_areas where enterprise_id is null;
      drop policy designated_areas_owner on designated_areas;
      alter table designated_areas drop column owner_welder_id, drop column place_kinds, alter column enterprise_id set not null;
    `);
  }
}
