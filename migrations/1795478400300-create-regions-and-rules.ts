import { MigrationInterface, QueryRunner } from 'typeorm';

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
        exclude using gist (region_code with =, topic with =, tstzrange(valid_from, valid_to) with &&)
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
        exclude using gist (key with =, regime with =, level with =, region_code with =, tstzrange(valid_from, valid_to) with &&)
      );

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
    await db.query(`drop table calendar_days, calendar_years, special_periods, rule_versions, roll_out_modes, regions`);
  }
}
