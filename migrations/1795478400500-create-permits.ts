import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

/** Hot-work permits with their signatures, measures, gas tests and history. */
export class CreatePermits1795478400500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table permits (
        id text primary key,
        number text not null unique,
        code text not null unique,
        regime text not null check (regime in ('small', 'general', 'construction', 'chemical')),
        level text not null,
        proposed_level text not null,
        raised_because text[] not null default '{}',
        state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed',
          'returned', 'rejected', 'cancelled', 'expired')),
        enterprise_id text references enterprises,
        contractor_id text references enterprises,
        region_code text collate "C" not null references regions,
        place_name text not null,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        radius_m int not null check (radius_m between 50 and 2000),
        open_air boolean not null default false,
        place_kinds text[] not null default '{}',
        content text not null,
        method text not null,
        gases text[] not null default '{}',
        planned_start timestamptz not null,
        planned_end timestamptz not null,
        applicant_id text not null references users,
        fire_watch_id text references users,
        occupier_phone_sealed text,
        occupier_phone_masked text,
        occupier_code_hash text,
        occupier_code_attempts int not null default 0,
        occupier_confirmed_at timestamptz,
        urgent boolean not null default false,
        rule_version text,
        submitted_at timestamptz,
        issued_at timestamptz,
        issued_by text,
        watch_on_at timestamptz,
        started_at timestamptz,
        suspended_at timestamptz,
        suspend_reason text,
        finished_at timestamptz,
        watch_until timestamptz,
        closed_at timestamptz,
        close_note text,
        version int not null default 1,
        created_at timestamptz not null,
        check (planned_start < planned_end)
      );
      create index permits_region on permits (region_code, id desc);
      create index permits_enterprise on permits (enterprise_id, id desc);
      create index permits_applicant on permits (applicant_id, id desc);
      create index permits_closed on permits (closed_at) where closed_at is not null;
      create index permits_open_end on permits (planned_end) where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch');

      create table permit_welders (
        permit_id text not null references permits,
        welder_id text not null references welders,
        amended_by text,
        primary key (permit_id, welder_id)
      );
      create index permit_welders_welder on permit_welders (welder_id, permit_id desc);
      create table permit_machines (
        permit_id text not null references permits,
        machine_id text not null references machines,
        amended_by text,
        primary key (permit_id, machine_id)
      );

      -- nobody signs twice, whatever the code does
      create table permit_signatures (
        permit_id text not null references permits,
        step int not null,
        role text not null,
        user_id text not null references users,
        round int not null default 1,
        comment text,
        signed_at timestamptz not null,
        primary key (permit_id, round, step, user_id),
        constraint nobody_signs_twice unique (permit_id, round, user_id)
      );
      create table permit_measures (
        permit_id text not null references permits,
        code text not null,
        confirmed_by text references users,
        confirmed_at timestamptz,
        primary key (permit_id, code)
      );
      create table permit_gas_tests (
        id text primary key,
        permit_id text not null references permits,
        sampled_at timestamptz not null,
        readings jsonb not null,
        passed boolean not null,
        tested_by text not null references users,
        recorded_at timestamptz not null
      );
      create index permit_gas_tests_permit on permit_gas_tests (permit_id, sampled_at desc);
      create table permit_history (
        id bigint generated always as identity primary key,
        permit_id text not null references permits,
        at timestamptz not null,
        command text not null,
        from_state text,
        to_state text not null,
        by_user text,
        by_name text not null,
        detail jsonb not null default '{}'
      );
      create index permit_history_permit on permit_history (permit_id, id);

      ${scoped('permits', { region: 'region_code', enterprise: ['enterprise_id', 'contractor_id'], user: ['applicant_id', 'fire_watch_id'] })}
      ${['permit_welders', 'permit_machines', 'permit_signatures', 'permit_measures', 'permit_gas_tests', 'permit_history']
        .map((table) => scopedBy(table, 'permits', 'permit_id'))
        .join('')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table permit_history, permit_gas_tests, permit_measures, permit_signatures, permit_machines, permit_welders, permits`);
  }
}
