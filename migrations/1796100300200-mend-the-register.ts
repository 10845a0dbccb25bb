import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** 数据质量 and 目标: findings that somebody accepted with a reason, and targets of regions and people with what each day brought. */
export class MendTheRegister1796100300200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table quality_acceptances (
        id text primary key,
        kind text not null,
        subject_id text not null,
        facts text not null,
        reason text not null check (length(reason) between 2 and 300),
        region_code text collate "C" not null,
        accepted_by text not null references users,
        accepted_at timestamptz not null,
        unique (kind, subject_id, facts)
      );
      create index quality_acceptances_region on quality_acceptances (region_code, id desc);

      create table targets (
        id text primary key,
        kind text not null
          check (kind in ('machines-registered', 'chips-fitted', 'welders-registered', 'certificates-verified', 'training-passed')),
        region_code text collate "C" not null references regions,
        user_id text references users,
        goal integer not null check (goal > 0),
        baseline integer not null check (baseline >= 0 and baseline < goal),
        start_on date not null,
        due_on date not null,
        made_by text not null references users,
        made_at timestamptz not null,
        ended_by text references users,
        ended_at timestamptz,
        check (due_on >= start_on),
        check (user_id is null or kind in ('machines-registered', 'welders-registered')),
        check ((ended_by is null) = (ended_at is null))
      );
      create unique index targets_one_open on targets (kind, region_code, coalesce(user_id, '')) where ended_at is null;
      create index targets_region on targets (region_code, id desc);
      create index targets_user on targets (user_id) where ended_at is null;

      create table target_days (
        target_id text not null references targets,
        day date not null,
        n integer not null check (n >= 0),
        primary key (target_id, day)
      );
      ${['quality_acceptances', 'targets'].map((table) => scoped(table, { region: 'region_code' }) + bySystem(table)).join('\n')}
      revoke all on target_days from hanan_app;
      create index machines_without_serial on machines (region_code, id) where serial_number is null and status <> 'scrapped';
      create index collections_collector on collections (collected_by, kind, collected_at);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index collections_collector, machines_without_serial;
      drop table target_days, targets, quality_acceptances`);
  }
}
