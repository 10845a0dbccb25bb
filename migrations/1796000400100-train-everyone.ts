import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { trainingRules } from './dated/training-rules';
import { scopedBy } from './row-level-security';

/** Everybody who is signed in may read it; the platform writes it. */
const readable = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy everyone_reads on ${table} for select using (true);
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** Answers and secrets: nobody's own eyes reach them. */
const hidden = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** Seen by whoever sees the welder. */
const ofWelder = (table: string): string => `
  ${scopedBy(table, 'welders', 'welder_id')}
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** Training of everyone (全员培训): campaigns, sessions, questions, attempts, passes; procedures and who read them; providers. */
export class TrainEveryone1796000400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table training_campaigns (
        id text primary key,
        name text not null check (btrim(name) <> ''),
        region_code text collate "C" not null references regions,
        starts_on date not null,
        due_on date not null,
        industries text[] not null,
        operations text[] not null,
        enterprise_ids text[] not null,
        sections jsonb not null,
        photo_ids text[] not null,
        topics text[] not null,
        question_count int not null check (question_count between 1 and 100),
        pass_percent int not null check (pass_percent between 1 and 100),
        session_required boolean not null,
        created_by text references users,
        created_at timestamptz not null,
        closed_by text references users,
        closed_at timestamptz,
        check (starts_on <= due_on)
      );
      create index training_campaigns_region on training_campaigns (region_code, id desc);
      create index training_campaigns_photos on training_campaigns using gin (photo_ids);

      create table training_closed_targets (
        campaign_id text not null references training_campaigns,
        welder_id text not null references welders,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        primary key (campaign_id, welder_id)
      );
      create index training_closed_targets_welder on training_closed_targets (welder_id);

      create table training_providers (
        id text primary key,
        name text not null check (btrim(name) <> ''),
        region_code text collate "C" not null references regions,
        contact_name text not null,
        contact_phone_sealed text not null,
        contact_phone_masked text not null,
        licence text not null,
        state text not null check (state in ('active', 'suspended')),
        created_by text references users,
        created_at timestamptz not null,
        unique (region_code, name)
      );
      create table training_provider_checks (
        id text primary key,
        provider_id text not null references training_providers,
        checked_on date not null,
        result text not null check (result in ('passed', 'to-improve', 'failed')),
        note text not null,
        checked_by text references users,
        created_at timestamptz not null
      );
      create index training_provider_checks_provider on training_provider_checks (provider_id, id desc);

      create table training_sessions (
        id text primary key,
        campaign_id text not null references training_campaigns,
        region_code text collate "C" not null references regions,
        place_name text not null,
        lat double precision,
        lng double precision,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        instructor text not null,
        provider_id text references training_providers,
        capacity int not null check (capacity > 0),
        secret_sealed text not null,
        created_by text references users,
        created_at timestamptz not null,
        check (starts_at < ends_at),
        check ((lat is null) = (lng is null))
      );
      create index training_sessions_campaign on training_sessions (campaign_id, id desc);
      create index training_sessions_region on training_sessions (region_code, id desc);

      create table training_attendances (
        session_id text not null references training_sessions,
        welder_id text not null references welders,
        signed_in_at timestamptz not null,
        in_by text not null check (in_by in ('code', 'card')),
        in_user text not null references users,
        photo_id text references files,
        lat double precision,
        lng double precision,
        signed_out_at timestamptz,
        out_by text check (out_by in ('code', 'card')),
        out_user text references users,
        minutes int not null check (minutes >= 0),
        counts boolean not null,
        primary key (session_id, welder_id),
        check ((signed_out_at is null) = (out_by is null)),
        check (signed_out_at is null or signed_out_at >= signed_in_at),
        check (signed_out_at is not null or not counts)
      );
      create index training_attendances_welder on training_attendances (welder_id);
      create index training_attendances_photo on training_attendances (photo_id);

      create table training_questions (
        id text primary key,
        region_code text collate "C" not null,
        topic text not null,
        kind text not null check (kind in ('single', 'multiple', 'true-false')),
        text_zh text not null,
        text_en text not null,
        options jsonb not null,
        correct text[] not null check (cardinality(correct) > 0),
        explanation_zh text not null,
        explanation_en text not null,
        source text not null,
        created_by text references users,
        created_at timestamptz not null,
        retired_at timestamptz,
        check (kind = 'multiple' or cardinality(correct) = 1)
      );
      create index training_questions_topic on training_questions (topic, id desc);

      create table training_attempts (
        id text primary key,
        campaign_id text not null references training_campaigns,
        welder_id text not null references welders,
        seed text not null,
        question_ids text[] not null check (cardinality(question_ids) > 0),
        drawn_at timestamptz not null,
        answers jsonb,
        answered_at timestamptz,
        right_count int,
        passed boolean,
        check ((answered_at is null) = (answers is null)),
        check ((answered_at is null) = (right_count is null)),
        check ((answered_at is null) = (passed is null))
      );
      create unique index training_attempts_open on training_attempts (campaign_id, welder_id) where answered_at is null;
      create index training_attempts_welder on training_attempts (welder_id, campaign_id);

      create table training_passes (
        id text primary key,
        campaign_id text not null references training_campaigns,
        welder_id text not null references welders,
        attempt_id text not null references training_attempts,
        passed_at timestamptz not null,
        valid_to date not null,
        code text not null unique references codes,
        unique (campaign_id, welder_id)
      );
      create index training_passes_welder on training_passes (welder_id, valid_to);

      create table training_procedures (
        id text primary key,
        region_code text collate "C" not null references regions,
        process text not null,
        version int not null check (version > 0),
        title text not null,
        body text not null,
        source text not null,
        issued_by text references users,
        issued_at timestamptz not null,
        unique (region_code, process, version)
      );
      create table training_procedure_signatures (
        procedure_id text not null references training_procedures,
        welder_id text not null references welders,
        user_id text not null references users,
        signed_at timestamptz not null,
        primary key (procedure_id, welder_id)
      );
      create index training_procedure_signatures_welder on training_procedure_signatures (welder_id);

      alter table codes drop constraint codes_kind_check;
      alter table codes add constraint codes_kind_check check (kind in ('machine', 'welder', 'permit', 'training', 'blank'));
      ${readable('training_campaigns')}
      ${readable('training_procedures')}
      ${hidden('training_sessions')}
      ${hidden('training_questions')}
      ${hidden('training_providers')}
      ${hidden('training_provider_checks')}
      ${['training_closed_targets', 'training_attendances', 'training_attempts', 'training_passes', 'training_procedure_signatures'].map(ofWelder).join('\n')}`);
    await addDatedRules(db, trainingRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, trainingRules);
    await db.query(`
      drop table training_procedure_signatures, training_procedures, training_passes, training_attempts, training_questions,
        training_attendances, training_sessions, training_provider_checks, training_providers, training_closed_targets,
        training_campaigns;
      delete from codes where kind = 'training';
      alter table codes drop constraint codes_kind_check;
      alter table codes add constraint codes_kind_check check (kind in ('machine', 'welder', 'permit', 'blank'))`);
  }
}
