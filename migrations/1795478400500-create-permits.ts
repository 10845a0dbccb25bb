import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

const PARTS = [
  'permit_welders',
  'permit_machines',
  'permit_signatures',
  'permit_measures',
  'permit_gas_tests',
  'permit_history',
  'permit_site_visits',
  'permit_watch_records',
  'permit_amendments',
];

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
        level_answers jsonb not null default '[]',
        raised_because text[] not null default '{}',
        state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed',
          'returned', 'rejected', 'cancelled', 'expired')),
        enterprise_id text references enterprises,
        contractor_id text references enterprises,
        occupier_enterprise_id text references enterprises,
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
        urgent_reason text,
        countersign_overdue_at timestamptz,
        rule_version text,
        -- counts submissions: after a return all sign anew
        round int not null default 1,
        submitted_at timestamptz,
        waiting_since timestamptz,
        approval_reminders int not null default 0,
        approved_at timestamptz,
        issued_at timestamptz,
        issued_by text,
        watch_on_at timestamptz,
        -- whom the watch binds to this one point
        watcher_id text references users,
        tapped_at timestamptz,
        tap_missed_at timestamptz,
        started_at timestamptz,
        suspended_at timestamptz,
        suspend_reason text,
        stopped_by_authority boolean not null default false,
        finished_at timestamptz,
        watch_until timestamptz,
        closed_at timestamptz,
        close_note text,
        close_photo_id text references files,
        extends_id text references permits,
        -- when time brings something about: the end, a missed tap, a missed gas test, a sleeping approver
        next_due_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null,
        check (planned_start < planned_end),
        check (extends_id <> id),
        constraint watch_is_kept check (closed_at >= watch_until)
      );
      create index permits_region on permits (region_code, id desc);
      create index permits_enterprise on permits (enterprise_id, id desc);
      create index permits_applicant on permits (applicant_id, id desc);
      create index permits_closed on permits (closed_at) where closed_at is not null;
      create index permits_due on permits (next_due_at) where next_due_at is not null;
      create index permits_extends on permits (extends_id) where extends_id is not null;
      -- one watcher, one point, whatever the code does
      create unique index permits_one_watch on permits (watcher_id) where state in ('issued', 'active', 'suspended', 'fire_watch');
      create index permits_open_end on permits (planned_end) where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch');

      -- a counter's row would be held until each transaction ends; a sequence leaves gaps and makes nobody wait
      create sequence permit_numbers;

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
        -- a delegate signs in the name of somebody away
        on_behalf_of text references users check (on_behalf_of <> user_id),
        signatory_id text generated always as (coalesce(on_behalf_of, user_id)) stored,
        covers int[],
        comment text,
        signature_file_id text references files,
        signed_at timestamptz not null,
        primary key (permit_id, round, step, user_id),
        constraint nobody_signs_twice unique (permit_id, round, user_id),
        constraint nobody_is_signed_for_twice unique (permit_id, round, signatory_id)
      );
      create function refuse_own_signature() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from permits p where p.id = new.permit_id and p.applicant_id in (new.user_id, coalesce(new.on_behalf_of, new.user_id))) then
            raise exception 'the applicant of permit % cannot sign it', new.permit_id using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger nobody_signs_for_themselves before insert or update on permit_signatures
        for each row execute function refuse_own_signature();
      create table approval_delegations (
        id text primary key,
        from_user text not null references users,
        to_user text not null references users,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        reason text not null,
        created_by text not null references users,
        created_at timestamptz not null,
        revoked_at timestamptz,
        check (from_user <> to_user),
        check (from_at < to_at)
      );
      create index approval_delegations_to on approval_delegations (to_user, to_at) where revoked_at is null;
      create index approval_delegations_enterprise on approval_delegations (enterprise_id, id desc);
      create table permit_site_visits (
        id text primary key,
        permit_id text not null references permits,
        user_id text not null references users,
        round int not null,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        accuracy_m double precision,
        photo_id text references files,
        at timestamptz not null
      );
      create index permit_site_visits_permit on permit_site_visits (permit_id, id);
      create table permit_watch_records (
        id text primary key,
        permit_id text not null references permits,
        user_id text references users,
        kind text not null check (kind in ('on', 'tap', 'missed', 'substitute', 'off')),
        lat double precision check (lat between -90 and 90),
        lng double precision check (lng between -180 and 180),
        photo_id text references files,
        at timestamptz not null
      );
      create index permit_watch_records_permit on permit_watch_records (permit_id, id);
      create table permit_amendments (
        id text primary key,
        permit_id text not null references permits,
        welder_ids text[] not null,
        machine_ids text[] not null,
        asked_by text not null references users,
        asked_at timestamptz not null,
        confirmed_by text references users,
        confirmed_at timestamptz,
        signature_file_id text references files
      );
      -- one at a time waits for its second signature
      create unique index permit_amendments_waiting on permit_amendments (permit_id) where confirmed_at is null;
      create index permit_amendments_permit on permit_amendments (permit_id, id);
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
        failed jsonb not null default '[]',
        oxygen_enriched boolean not null default false,
        instrument jsonb,
        source text not null default 'manual' check (source in ('manual', 'feed')),
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

      ${scoped('permits', {
        region: 'region_code',
        enterprise: ['enterprise_id', 'contractor_id', 'occupier_enterprise_id'],
        user: ['applicant_id', 'fire_watch_id'],
      })}
      ${PARTS.map((table) => scopedBy(table, 'permits', 'permit_id')).join('')}
      ${scoped('approval_delegations', { region: 'region_code', enterprise: ['enterprise_id'], user: ['from_user', 'to_user'] })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table approval_delegations, ${PARTS.join(', ')};
      drop function refuse_own_signature();
      drop table permits;
      drop sequence permit_numbers`);
  }
}
