import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { inspectionRules } from './dated/inspection-rules';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;
const VISIBLE = `(region_code >= (select current_setting('hanan.region_from', true)) and region_code < ${setting('region_to')})
  or officer_ids @> array[${setting('user')}]`;

/**
 * 双随机: a list that is published and never changed, two commitments, two values, and what follows from them; and the
 * inspections, drawn, planned or on the spot, with their steps and findings.
 */
export class InspectByLot1796100600110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table inspection_draws (
        id text primary key,
        name text not null,
        region_code text collate "C" not null references regions,
        kind text not null,
        due_on date not null,
        list jsonb not null,
        list_hash text not null,
        state text not null check (state in ('published', 'committed', 'drawn', 'void')),
        published_by text not null references users,
        published_at timestamptz not null,
        deadline_at timestamptz not null,
        seed text,
        pairs jsonb,
        settled_at timestamptz,
        check (deadline_at > published_at),
        check ((state = 'drawn') = (seed is not null) and (state = 'drawn') = (pairs is not null)),
        check ((state in ('drawn', 'void')) = (settled_at is not null))
      );
      create index inspection_draws_region on inspection_draws (region_code, id desc);
      create index inspection_draws_open on inspection_draws (deadline_at) where state in ('published', 'committed');

      create table draw_commitments (
        draw_id text not null references inspection_draws,
        place smallint not null check (place in (1, 2)),
        officer_id text not null references users,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz not null,
        value text,
        revealed_at timestamptz,
        primary key (draw_id, place),
        unique (draw_id, officer_id),
        unique (draw_id, hash),
        check ((value is null) = (revealed_at is null))
      );

      -- what was published stays: the list, its hash, a commitment, a value that was told
      create function keep_published_draw() returns trigger language plpgsql as $$
        begin
          if (new.list, new.list_hash, new.published_at, new.published_by, new.deadline_at)
            is distinct from (old.list, old.list_hash, old.published_at, old.published_by, old.deadline_at)
            or old.state in ('drawn', 'void') then
            raise exception 'a published draw is not changed' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger inspection_draws_kept before update on inspection_draws for each row execute function keep_published_draw();
      create function keep_commitment() returns trigger language plpgsql as $$
        begin
          if (new.officer_id, new.hash, new.committed_at) is distinct from (old.officer_id, old.hash, old.committed_at)
            or old.value is not null then
            raise exception 'a commitment is not changed' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger draw_commitments_kept before update on draw_commitments for each row execute function keep_commitment();
      revoke delete, truncate on inspection_draws, draw_commitments from hanan_app, hanan_system;

      create table inspections (
        id text primary key,
        source text not null check (source in ('planned', 'drawn', 'on-spot')),
        kind text not null,
        state text not null check (state in ('planned', 'looked', 'explained', 'ordered', 'signed', 'accepted', 'published')),
        region_code text collate "C" not null references regions,
        draw_id text references inspection_draws,
        enterprise_id text references enterprises,
        machine_id text references machines,
        place text,
        due_on date not null,
        officer_ids text[] not null check (cardinality(officer_ids) between 1 and 10),
        created_by text not null references users,
        created_at timestamptz not null,
        answers jsonb not null default '{}',
        signed_name text,
        signature_id text references files,
        result text,
        published_by text references users,
        published_at timestamptz,
        check ((source = 'drawn') = (draw_id is not null)),
        check (num_nonnulls(enterprise_id, machine_id, place) > 0),
        check (state not in ('signed', 'accepted', 'published') or (signed_name is not null and signature_id is not null)),
        check ((state = 'published') = (published_at is not null and published_by is not null and result is not null)),
        check (not published_by = any(officer_ids))
      );
      create unique index inspections_once_a_draw on inspections (draw_id, enterprise_id) where draw_id is not null;
      create index inspections_region on inspections (region_code, id desc);
      create index inspections_enterprise on inspections (enterprise_id, id desc) where enterprise_id is not null;
      create index inspections_officers on inspections using gin (officer_ids);

      create table inspection_steps (
        inspection_id text not null references inspections,
        step text not null check (step in ('look', 'explain', 'order', 'sign', 'accept', 'publish')),
        taken_by text not null references users,
        taken_at timestamptz not null,
        given_at timestamptz not null,
        note text,
        lat double precision,
        lng double precision,
        photo_id text references files,
        primary key (inspection_id, step),
        check ((lat is null) = (lng is null)),
        check (given_at <= taken_at)
      );
      create index inspection_steps_photo on inspection_steps (photo_id) where photo_id is not null;
      create index inspections_signature on inspections (signature_id) where signature_id is not null;

      create table inspection_findings (
        violation_id text primary key references violations,
        inspection_id text not null references inspections
      );
      create index inspection_findings_of on inspection_findings (inspection_id);

      ${scoped('inspection_draws', { region: 'region_code' })}
      ${scopedBy('draw_commitments', 'inspection_draws', 'draw_id')}
      -- whoever is sent to another town sees that visit
      alter table inspections enable row level security;
      alter table inspections force row level security;
      create policy inspections_scope on inspections to hanan_app using (${VISIBLE}) with check (${VISIBLE});
      ${scopedBy('inspection_steps', 'inspections', 'inspection_id')}
      ${scopedBy('inspection_findings', 'inspections', 'inspection_id')}
      ${['inspection_draws', 'draw_commitments', 'inspections', 'inspection_steps', 'inspection_findings'].map(bySystem).join('\n')}`);
    await addDatedRules(db, inspectionRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, inspectionRules);
    await db.query(`
      drop table inspection_findings, inspection_steps, inspections, draw_commitments, inspection_draws;
      drop function keep_commitment();
      drop function keep_published_draw()`);
  }
}
