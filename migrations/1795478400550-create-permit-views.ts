import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** The six states in which work may still go on or begin. */
const OPEN = `('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')`;
/** And those in which somebody still has to do something. */
const UNFINISHED = `('draft', 'returned', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')`;

/**
 * What lists, boards, maps and the search for conflicting works need beside the permits themselves.
 *
 * Under row level security an index serves only conditions that are leakproof, and neither `point <@ box` nor
 * `tstzrange &&` nor `like` is. So near things are found by a GiST index over plain numbers and times (btree_gist: the same
 * tree of boxes in four dimensions, asked by <, >, <= and >=), and words by equality in a table of their own.
 */
export class CreatePermitViews1795478400550 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index permits_near on permits using gist (lat, lng, planned_start, planned_end) where state in ${OPEN};
      create index permits_unfinished on permits (id desc) where state in ${UNFINISHED};
      -- a column of the board that is all but empty must not look through all that is closed
      create index permits_state on permits (state, id desc);
      create index permits_contractor on permits (contractor_id, id desc) where contractor_id is not null;
      create index permits_occupier on permits (occupier_enterprise_id, id desc) where occupier_enterprise_id is not null;
      create index permits_fire_watch on permits (fire_watch_id, id desc) where fire_watch_id is not null;
      create index permits_planned on permits (planned_start);
      create index permits_number on permits (number collate "C");
      -- so that what overlaps a day can be looked up by its beginning; no regime comes near a month
      alter table permits add constraint permits_within_a_month check (planned_end - planned_start <= interval '31 days');

      -- each two neighbouring signs of a place's name, folded to lower case: Chinese has no spaces to find words by
      create table permit_place_words (
        word text collate "C" not null,
        permit_id text not null references permits on delete cascade,
        primary key (word, permit_id)
      );
      create function place_words(name text) returns setof text language sql immutable as $$
        select distinct substr(folded, i, 2)
        from (select lower(regexp_replace(name, '\\s+', '', 'g')) as folded) f, generate_series(1, greatest(length(folded) - 1, 1)) i
        where folded <> '' $$;
      create function keep_place_words() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then delete from permit_place_words where permit_id = new.id; end if;
          insert into permit_place_words (word, permit_id) select w, new.id from place_words(new.place_name) w;
          return null;
        end $$;
      create trigger permits_place_words_made after insert on permits for each row execute function keep_place_words();
      create trigger permits_place_words_changed after update of place_name on permits for each row
        when (old.place_name is distinct from new.place_name) execute function keep_place_words();

      -- pages are short walks along an index: starting workers for them costs more than they take
      alter table permits set (parallel_workers = 0);
      alter table permit_place_words set (parallel_workers = 0);

      create table nearby_activities (
        id text primary key,
        kind text not null check (kind in ('gas-discharge', 'liquid-discharge', 'solvent', 'painting', 'dust-cleaning', 'public-entertainment')),
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        place_name text not null,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        radius_m int not null check (radius_m between 0 and 500),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        daily_from text check (daily_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        daily_to text check (daily_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        declared_by text not null references users,
        withdrawn_at timestamptz,
        created_at timestamptz not null,
        check (starts_at < ends_at),
        check ((daily_from is null) = (daily_to is null))
      );
      create index nearby_activities_enterprise on nearby_activities (enterprise_id, id desc);
      create index nearby_activities_near on nearby_activities using gist (lat, lng, starts_at, ends_at) where withdrawn_at is null;
      ${scoped('nearby_activities', { region: 'region_code', enterprise: ['enterprise_id'] })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table nearby_activities;
      drop trigger permits_place_words_changed on permits;
      drop trigger permits_place_words_made on permits;
      drop function keep_place_words();
      drop function place_words(text);
      drop table permit_place_words;
      alter table permits reset (parallel_workers);
      alter table permits drop constraint permits_within_a_month;
      drop index permits_near, permits_unfinished, permits_state, permits_contractor, permits_occupier, permits_fire_watch, permits_planned, permits_number;
    `);
  }
}
