import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;
/** Who looks after a place is no secret, as the tree of regions is none; only officials of the region write. */
const readByAll = (table: string): string => `create policy ${table}_read on ${table} for select using (true);`;

/** 网格: parts of a village with a boundary, duties and named people, and who of them is responsible for a place. */
export class DrawGrids1796100300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table grids (
        code text primary key,
        region_code text collate "C" not null references regions,
        name text not null check (length(name) between 1 and 40),
        duties text not null check (length(duties) <= 500),
        outline jsonb,
        made_by text not null references users,
        made_at timestamptz not null,
        closed_by text references users,
        closed_at timestamptz,
        version integer not null default 1,
        check (length(region_code) = 12 and code ~ '^[0-9]{15}$' and starts_with(code, region_code)),
        check (jsonb_typeof(outline) = 'array'),
        check ((closed_by is null) = (closed_at is null))
      );
      create unique index grids_one_name on grids (region_code, name) where closed_at is null;
      create index grids_region on grids (region_code, code);

      create table grid_people (
        id text primary key,
        grid_code text not null references grids,
        region_code text collate "C" not null,
        user_id text not null references users,
        duty text not null check (duty in ('leader', 'worker', 'stand-in')),
        from_on date not null,
        until_on date,
        appointed_by text not null references users,
        appointed_at timestamptz not null,
        check (until_on >= from_on),
        constraint grid_people_once exclude using gist (grid_code with =, user_id with =, daterange(from_on, until_on) with &&),
        constraint grid_people_one_leader exclude using gist (grid_code with =, daterange(from_on, until_on) with &&) where (duty = 'leader')
      );
      create index grid_people_user on grid_people (user_id, from_on);
      ${['grids', 'grid_people'].map((table) => scoped(table, { region: 'region_code' }) + bySystem(table) + readByAll(table)).join('\n')}

      -- the rule of src/domain/regions/responsible.ts for lists; null: nobody below the town
      create function serving_in_grid(grid text, place_region text, day date) returns text[] language sql stable as $$
        select array_agg(distinct p.user_id) from grid_people p join users u on u.id = p.user_id
        where p.grid_code = grid and p.from_on <= day and (p.until_on is null or p.until_on > day)
          and u.disabled_at is null and 'grid-worker' = any(u.roles) and starts_with(place_region, u.region_code) $$;
      create function grid_people_at(place_region text, lat double precision, lng double precision, day date)
      returns text[] language sql stable as $$
        select coalesce(
          (select array_agg(s.user_id) from grids g, unnest(serving_in_grid(g.code, place_region, day)) s(user_id)
            where g.closed_at is null and lat is not null and g.outline is not null
              and translate(g.outline::text, '[] ', '()')::polygon @> point(lng, lat)),
          (select array_agg(s.user_id) from grids g, unnest(serving_in_grid(g.code, place_region, day)) s(user_id)
            where g.closed_at is null and g.region_code = place_region)) $$;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function grid_people_at(text, double precision, double precision, date);
      drop function serving_in_grid(text, text, date);
      drop table grid_people, grids`);
  }
}
