import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** 周调度、月总结: a report is made once a period and region, and nobody changes it afterwards. `made_by` is null where the schedule made it. */
export class HandInReports1796100700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reports (
        id text primary key,
        kind text not null check (kind in ('weekly', 'monthly')),
        period text not null check (period ~ (case kind when 'weekly' then '^\\d{4}-W\\d{2}$' else '^\\d{4}-\\d{2}$' end)),
        region_code text collate "C" not null,
        made_at timestamptz not null,
        made_by text references users,
        content jsonb not null,
        unique (kind, region_code, period)
      );
      create index reports_region on reports (region_code, id desc);
      revoke update, delete on reports from hanan_app, hanan_system;
      ${scoped('reports', { region: 'region_code' })}
      create policy system_sees_all on reports to hanan_system using (true) with check (true);
      create index permits_issued on permits (issued_at) where issued_at is not null;
      create index violations_closed on violations (closed_at) where closed_at is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index permits_issued; drop index violations_closed; drop table reports');
  }
}
