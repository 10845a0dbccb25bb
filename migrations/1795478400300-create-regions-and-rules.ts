import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The region tree, roll-out modes, and rules as data with effective dates. Versions of one rule never overlap in time. */
export class CreateRegionsAndRules1795478400300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;

      create table regions (
        code text collate "C" primary key check (code ~ '^[0-9]+$' and length(code) in (2, 4, 6, 9, 12)),
        name text not null,
        parent text collate "C" references regions
      );
      create index regions_parent on regions (parent, code);

      create table roll_out_modes (
        id text primary key,
        region_code text collate "C" not null,
        topic text not null check (topic in ('chip', 'training', 'inspection', 'position', 'identity')),
        mode text not null check (mode in ('observe', 'warn', 'enforce')),
        valid_from timestamptz not null,
        valid_to timestamptz,
        check (valid_to is null or valid_from < valid_to),
        constraint roll_out_modes_never_overlap exclude using gist (region_code with =, topic with =, tstzrange(valid_from, valid_to) with &&)
      );

      -- regime, level and region_code are '' where the rule holds for all of them; the narrowest row wins.
      create table rule_versions (
        id text primary key,
        key text not null,
        regime text not null default '',
        level text not null default '',
        region_code text collate "C" not null default '',
        valid_from timestamptz not null,
        valid_to timestamptz,
        value jsonb not null,
        source text not null,
        certainty text not null check (certainty in ('A', 'B', 'default')),
        check (valid_to is null or valid_from < valid_to),
        constraint rule_versions_never_overlap
          exclude using gist (key with =, regime with =, level with =, region_code with =, tstzrange(valid_from, valid_to) with &&)
      );

      -- Every change of the table above, numbered in the order of commits: the rules as they stood at number N are the last
      -- entry of each rule up to N. A decision stores its number, so it can be replayed years later. A removed rule has no row.
      create table rule_changes (
        number bigint generated always as identity primary key,
        at timestamptz not null default now(),
        rule_id text not null,
        rule jsonb
      );
      create function number_rule_changes() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock(hashtext('rule_changes')); -- one writer at a time, else a lower number could appear after a higher one
          return null;
        end $$;
      create function record_rule_change() returns trigger language plpgsql as $$
        begin
          insert into rule_changes (rule_id, rule) values (coalesce(new.id, old.id), case when tg_op = 'DELETE' then null else to_jsonb(new) end);
          return null;
        end $$;
      create trigger rule_versions_one_writer before insert or update or delete on rule_versions
        for each statement execute function number_rule_changes();
      create trigger rule_versions_recorded after insert or update or delete on rule_versions
        for each row execute function record_rule_change();
      create trigger rule_changes_append_only before update or delete or truncate on rule_changes
        for each statement execute function refuse_change();
      revoke update, delete, truncate on rule_changes from hanan_app;

      create table special_periods (
        id text primary key,
        region_code text collate "C" not null,
        name text not null,
        valid_from timestamptz not null,
        valid_to timestamptz not null,
        declared_by text,
        check (valid_from < valid_to)
      );

      create table calendar_years (year int primary key, source text not null);
      create table calendar_days (
        day date primary key,
        kind text not null check (kind in ('legal-holiday', 'rest-day', 'adjusted-workday')),
        name text not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table calendar_days, calendar_years, special_periods, rule_changes, rule_versions, roll_out_modes, regions;
      drop function record_rule_change(), number_rule_changes();
    `);
  }
}
