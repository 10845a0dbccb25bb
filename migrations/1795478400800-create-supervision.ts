import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

/** What was found, and how it was put right. */
export class CreateSupervision1795478400800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table violations (
        id text primary key,
        kind text not null,
        grade text not null check (grade in ('alert', 'hazard', 'offence')),
        severity int not null default 1 check (severity between 1 and 3),
        state text not null check (state in ('open', 'assigned', 'rectifying', 'review', 'closed', 'withdrawn')),
        certainty text not null check (certainty in ('provisional', 'confirmed', 'withdrawn')),
        source text not null check (source in ('detector', 'self-check', 'inspection', 'tip', 'province')),
        cause text not null,
        region_code text collate "C" not null,
        enterprise_id text,
        machine_id text,
        chip_no text,
        welder_id text,
        permit_id text,
        job_id text,
        arc_id text,
        place text,
        lat double precision,
        lng double precision,
        description text not null default '',
        evidence jsonb not null default '{}',
        photo_ids text[] not null default '{}',
        occurrences int not null default 1,
        found_at timestamptz not null,
        last_at timestamptz not null,
        raised_at timestamptz not null,
        raised_by text,
        assigned_to text,
        due_at timestamptz,
        escalated_to text check (escalated_to in ('grid', 'town', 'county')), -- the last level told that it is overdue
        rectifiers text[] not null default '{}', -- everybody who ever reported it put right: none of them reviews
        rectified_at timestamptz,
        reviewed_by text,
        closed_at timestamptz,
        version int not null default 1
      );
      -- one open violation for one cause
      create unique index violations_one_per_cause on violations (cause) where state not in ('closed', 'withdrawn');
      create index violations_region on violations (region_code, id desc);
      create index violations_state on violations (state, id desc);
      create index violations_open on violations (region_code, kind) where state not in ('closed', 'withdrawn');
      create index violations_due on violations (due_at) where state not in ('closed', 'withdrawn');
      create index violations_cause on violations (cause, last_at desc);
      create index violations_found on violations (found_at);
      create index violations_enterprise on violations (enterprise_id, id desc) where enterprise_id is not null;
      create index violations_machine on violations (machine_id) where machine_id is not null;
      create index violations_welder on violations (welder_id) where welder_id is not null;

      -- detectors look for work that was never ended and for signatures owed; nearly no permit has either
      create index permits_never_ended on permits (planned_end) where state = 'expired' and started_at is not null and finished_at is null;
      create index permits_countersign_overdue on permits (countersign_overdue_at) where countersign_overdue_at is not null;

      create table violation_history (
        id bigint generated always as identity primary key,
        violation_id text not null references violations,
        at timestamptz not null,
        command text not null,
        from_state text,
        to_state text not null,
        by_user text,
        by_name text not null,
        detail jsonb not null default '{}'
      );
      create index violation_history_violation on violation_history (violation_id, id);

      -- the arcs a detector's violation stands on; cleared where late data showed a job that covers the arc
      create table violation_arcs (
        violation_id text not null references violations,
        arc_id text not null references arcs,
        linked_at timestamptz not null,
        cleared_at timestamptz,
        primary key (violation_id, arc_id)
      );
      create index violation_arcs_arc on violation_arcs (arc_id);
      create index arcs_absorbed on arcs (merged_into) where merged_into is not null;

      ${scoped('violations', { region: 'region_code', enterprise: ['enterprise_id'], user: ['raised_by', 'assigned_to'] })}
      ${scopedBy('violation_history', 'violations', 'violation_id')}
      ${scopedBy('violation_arcs', 'violations', 'violation_id')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop index permits_countersign_overdue, permits_never_ended, arcs_absorbed; drop table violation_arcs, violation_history, violations`,
    );
  }
}
