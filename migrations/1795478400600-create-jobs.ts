import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** Decisions with the facts they saw, jobs, commands to chips, one-time codes. */
export class CreateJobs1795478400600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table decisions (
        id text primary key,
        at timestamptz not null,
        purpose text not null check (purpose in ('dry-run', 'start', 'handover', 'offline-code')),
        caller_id text,
        machine_id text,
        welder_id text,
        permit_id text,
        region_code text collate "C" not null default '',
        enterprise_id text,
        allowed boolean not null,
        finding_codes text[] not null,
        findings jsonb not null,
        facts jsonb not null,
        rule_version text not null
      );
      create index decisions_region on decisions (region_code, at desc);
      create index decisions_at on decisions (at);

      create table jobs (
        id text primary key,
        machine_id text not null references machines,
        outlet int not null default 1,
        control text not null check (control in ('cut', 'sense', 'code-only')),
        chip_no text,
        boot int,
        welder_id text not null references welders,
        automatic boolean not null default false,
        permit_id text references permits,
        designated_area_id text references designated_areas,
        enterprise_id text,
        region_code text collate "C" not null,
        decision_id text references decisions,
        started_by text,
        source text not null check (source in ('online', 'offline', 'paper')),
        state text not null check (state in ('reserved', 'running', 'finished', 'stopped', 'failed')),
        end_reason text,
        reserved_at timestamptz not null,
        running_at timestamptz,
        ended_at timestamptz,
        work_until timestamptz not null,
        idle_limit_s int not null,
        last_arc_at timestamptz,
        arc_open boolean not null default false,
        arc_ms bigint not null default 0,
        lat double precision,
        lng double precision,
        accuracy_m double precision,
        photo_id text references files
      );
      -- two at once is impossible, whatever the code does
      create unique index jobs_one_per_outlet on jobs (machine_id, outlet) where state in ('reserved', 'running');
      create unique index jobs_one_per_welder on jobs (welder_id) where state in ('reserved', 'running') and not automatic;
      create index jobs_machine on jobs (machine_id, id desc);
      create index jobs_machine_time on jobs (machine_id, reserved_at);
      create index jobs_time on jobs (reserved_at);
      create index jobs_welder on jobs (welder_id, id desc);
      create index jobs_permit on jobs (permit_id) where permit_id is not null;
      create index jobs_region on jobs (region_code, id desc);
      create index jobs_open_chip on jobs (chip_no) where state in ('reserved', 'running');
      create index jobs_open on jobs (state, work_until) where state in ('reserved', 'running');

      create table chip_commands (
        id text primary key,
        chip_no text not null references chips,
        kind text not null check (kind in ('unlock', 'lock', 'configure', 'resend', 'time', 'keys')),
        job_id text,
        payload jsonb not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        sent_at timestamptz,
        attempts int not null default 0,
        next_at timestamptz,
        answered_at timestamptz,
        ok boolean,
        error text
      );
      create index chip_commands_open on chip_commands (chip_no, id) where answered_at is null and next_at is not null;
      create index chip_commands_due on chip_commands (next_at) where answered_at is null and next_at is not null;

      create table offline_codes (
        id text primary key,
        chip_no text not null references chips,
        counter int not null,
        hours int not null check (hours between 1 and 8),
        code_sealed text not null,
        machine_id text not null references machines,
        outlet int not null,
        welder_id text not null references welders,
        permit_id text references permits,
        designated_area_id text references designated_areas,
        decision_id text not null references decisions,
        issued_at timestamptz not null,
        valid_until timestamptz not null,
        used_at timestamptz,
        job_id text,
        unique (chip_no, counter)
      );

      ${scoped('jobs', { region: 'region_code', enterprise: ['enterprise_id'], user: ['started_by'], welder: 'welder_id' })}
      ${scoped('decisions', { region: 'region_code', enterprise: ['enterprise_id'], user: ['caller_id'], welder: 'welder_id' })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table offline_codes, chip_commands, jobs, decisions`);
  }
}
