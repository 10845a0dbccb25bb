import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { internalReportRules } from './dated/internal-report-rules';
import { scopedBy } from './row-level-security';

const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;
const OWN = `exists (select 1 from internal_reporters r where r.report_id = internal_reports.id)`;
const VISIBLE = `enterprise_id = ${setting('enterprise')}
  or (risen_at is not null and region_code >= (select current_setting('hanan.region_from', true)) and region_code < ${setting('region_to')})
  or ${OWN}`;
const forced = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;`;
const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/**
 * 员工内部报告: the enterprise reads what was reported, and who reported it only where they gave their name. Who it was
 * stands apart, readable by themselves alone. The region reads what was not answered in time. Two people record a reward.
 */
export class ReportInside1796300300120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table internal_reports (
        id text primary key,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        text text not null check (length(btrim(text)) >= 2),
        place text,
        photo_ids text[] not null default '{}' check (cardinality(photo_ids) <= 6),
        reporter_name text,
        state text not null check (state in ('open', 'answered')),
        reported_at timestamptz not null,
        due_at timestamptz not null check (due_at > reported_at),
        risen_at timestamptz check (risen_at >= due_at),
        outcome text check (outcome in ('true', 'partly', 'not')),
        answer text check (length(btrim(answer)) >= 2),
        answered_by text references users,
        answered_at timestamptz,
        violation_id text unique references violations,
        check ((state = 'answered') = (answered_at is not null)),
        check (num_nonnulls(outcome, answer, answered_by, answered_at) in (0, 4)),
        check (violation_id is null or outcome in ('true', 'partly'))
      );
      create index internal_reports_enterprise on internal_reports (enterprise_id, id desc);
      create index internal_reports_risen on internal_reports (region_code, id desc) where risen_at is not null;
      create index internal_reports_due on internal_reports (due_at) where state = 'open' and risen_at is null;
      create index internal_reports_answerers on internal_reports (answered_by) where answered_by is not null;
      create index internal_reports_photos on internal_reports using gin (photo_ids);

      create table internal_reporters (
        report_id text primary key references internal_reports,
        user_id text not null references users
      );
      create index internal_reporters_user on internal_reporters (user_id, report_id desc);

      create table internal_rewards (
        id text primary key,
        report_id text not null unique references internal_reports,
        state text not null check (state in ('proposed', 'approved', 'refused', 'paid')),
        yuan integer not null check (yuan between 0 and 1000000),
        what text not null check (length(btrim(what)) >= 2),
        proposed_by text not null references users,
        proposed_at timestamptz not null,
        decided_by text references users,
        decided_at timestamptz,
        refused_for text,
        received_at timestamptz,
        check (decided_by <> proposed_by),
        check ((state = 'proposed') = (decided_by is null)),
        check ((decided_by is null) = (decided_at is null)),
        check ((state = 'refused') = (refused_for is not null)),
        check ((state = 'paid') = (received_at is not null))
      );
      create index internal_rewards_proposers on internal_rewards (proposed_by);
      create index internal_rewards_deciders on internal_rewards (decided_by) where decided_by is not null;
      revoke delete, truncate on internal_reports, internal_reporters, internal_rewards from hanan_app, hanan_system;
      revoke update on internal_reporters from hanan_app, hanan_system;

      ${forced('internal_reporters')}
      create policy internal_reporters_scope on internal_reporters to hanan_app
        using (user_id = ${setting('user')}) with check (user_id = ${setting('user')});
      ${forced('internal_reports')}
      create policy internal_reports_scope on internal_reports to hanan_app using (${VISIBLE}) with check (${VISIBLE});
      ${scopedBy('internal_rewards', 'internal_reports', 'report_id')}
      ${['internal_reports', 'internal_reporters', 'internal_rewards'].map(bySystem).join('\n')}`);
    await addDatedRules(db, internalReportRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, internalReportRules);
    await db.query('drop table internal_rewards; drop table internal_reporters, internal_reports cascade');
  }
}
