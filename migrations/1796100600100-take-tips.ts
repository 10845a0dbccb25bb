import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { tipRules } from './dated/tip-rules';

const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;
const IN_REGION = `region_code >= (select current_setting('hanan.region_from', true)) and region_code < ${setting('region_to')}`;
/** Asked once a statement: whether the reader holds one of these roles. */
const serves = (...roles: string[]): string =>
  `(select exists (select 1 from users u where u.id = ${setting('user')} and u.disabled_at is null
    and u.roles && array[${roles.map((role) => `'${role}'`).join(', ')}]))`;

const visible = (table: string, condition: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} to hanan_app using (${condition}) with check (${condition});
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;
const asTheTip = (table: string): string =>
  visible(table, `exists (select 1 from tips p where p.id = ${table}.tip_id)`);

/**
 * 举报: the tip desk of a region and whoever is sent there see a tip. Who reported it stands apart, sealed: the roles of
 * the application write it and cannot read it. One function opens it, for a tip officer of that place, and notes the look.
 */
export class TakeTips1796100600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tips (
        id text primary key,
        tracking_hash text not null unique,
        pin_hash text not null,
        kind text not null,
        text text not null,
        region_code text collate "C" not null,
        lat double precision,
        lng double precision,
        machine_id text references machines,
        code_text text,
        has_identity boolean not null,
        state text not null check (state in ('received', 'accepted', 'dispatched', 'checked', 'closed', 'declined', 'merged')),
        received_at timestamptz not null,
        assigned_to text references users,
        task text,
        due_at timestamptz,
        outcome text check (outcome in ('true', 'partly', 'not')),
        checked_by text references users,
        checked_at timestamptz,
        violation_id text references violations,
        merged_into text references tips,
        closed_at timestamptz,
        check ((lat is null) = (lng is null)),
        check ((state = 'merged') = (merged_into is not null)),
        check (merged_into is distinct from id),
        check ((state = 'closed') = (closed_at is not null)),
        check ((outcome is null) = (checked_at is null) and (outcome is null) = (checked_by is null)),
        check (state not in ('checked', 'closed') or outcome is not null),
        check (state <> 'dispatched' or (assigned_to is not null and task is not null)),
        check (violation_id is null or outcome in ('true', 'partly'))
      );
      create index tips_region on tips (region_code, id desc);
      create index tips_near on tips (received_at);
      create index tips_handler on tips (assigned_to, id desc) where assigned_to is not null;
      create index tips_merged on tips (merged_into) where merged_into is not null;
      create index tips_case on tips (violation_id) where violation_id is not null;

      create table tip_photos (
        file_id text primary key references files,
        tip_id text not null references tips,
        taken_by text not null check (taken_by in ('reporter', 'handler')),
        shown_to_handler boolean not null default false
      );
      create index tip_photos_tip on tip_photos (tip_id, file_id);

      create table tip_steps (
        id text primary key,
        tip_id text not null references tips,
        command text not null,
        taken_by text not null references users,
        taken_at timestamptz not null,
        note text,
        for_reporter boolean not null
      );
      create index tip_steps_tip on tip_steps (tip_id, id);

      create table tip_rewards (
        id text primary key,
        tip_id text not null references tips,
        region_code text collate "C" not null,
        kind text not null,
        grade text not null,
        major boolean not null,
        insider boolean not null,
        yuan integer not null check (yuan > 0),
        capped_by text check (capped_by in ('case', 'year')),
        state text not null check (state in ('proposed', 'approved', 'refused', 'paid')),
        proposed_by text not null references users,
        proposed_at timestamptz not null,
        decided_by text references users,
        decided_at timestamptz,
        refused_for text,
        paid_by text references users,
        paid_at timestamptz,
        paid_how text,
        check (decided_by <> proposed_by),
        check (paid_by <> decided_by),
        check ((state = 'proposed') = (decided_by is null)),
        check ((decided_by is null) = (decided_at is null)),
        check ((state = 'refused') = (refused_for is not null)),
        check ((state = 'paid') = (paid_by is not null)),
        check ((paid_by is null) = (paid_at is null) and (paid_by is null) = (paid_how is null))
      );
      create unique index tip_rewards_one_of_tip on tip_rewards (tip_id) where state <> 'refused';
      create index tip_rewards_region on tip_rewards (region_code, id desc);

      create table tip_identities (
        tip_id text primary key references tips,
        region_code text collate "C" not null,
        sealed text not null,
        reporter_key text
      );
      create index tip_identities_reporter on tip_identities (reporter_key) where reporter_key is not null;

      create table tip_looks (
        id text primary key,
        tip_id text not null references tips,
        looked_by text not null references users,
        looked_at timestamptz not null,
        reason text not null check (length(btrim(reason)) >= 4)
      );
      create index tip_looks_tip on tip_looks (tip_id, id);

      ${visible('tips', `assigned_to = ${setting('user')} or (${IN_REGION} and ${serves('tip-officer', 'admin')})`)}
      ${asTheTip('tip_photos')}
      ${asTheTip('tip_steps')}
      ${asTheTip('tip_looks')}
      ${visible('tip_rewards', `${IN_REGION} and ${serves('tip-officer', 'regulator', 'admin')}`)}

      revoke all on tip_identities from hanan_app, hanan_system;
      grant insert on tip_identities to hanan_system;
      revoke insert, update, delete on tip_looks from hanan_app, hanan_system;

      create function tip_identity_opened(of_tip text, look text, why text, at timestamptz) returns text
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare opened text;
      begin
        perform 1 from users u join tip_identities i on i.tip_id = of_tip
          where u.id = ${setting('user')} and u.disabled_at is null and 'tip-officer' = any(u.roles) and u.region_code is not null
            and starts_with(i.region_code, u.region_code);
        if not found then return null; end if;
        insert into tip_looks (id, tip_id, looked_by, looked_at, reason) values (look, of_tip, ${setting('user')}, at, why);
        select sealed into opened from tip_identities where tip_id = of_tip;
        return opened;
      end $$;
      -- what one reporter was given since a day: a sum, and nobody's name
      create function tip_reporter_yuan(of_tip text, since timestamptz) returns bigint
        language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(sum(r.yuan), 0) from tip_identities mine
          join tip_identities i on i.reporter_key = mine.reporter_key
          join tip_rewards r on r.tip_id = i.tip_id and r.state <> 'refused'
        where mine.tip_id = of_tip and r.proposed_at >= since $$;
      revoke all on function tip_identity_opened(text, text, text, timestamptz), tip_reporter_yuan(text, timestamptz) from public;
      grant execute on function tip_identity_opened(text, text, text, timestamptz) to hanan_app;
      grant execute on function tip_reporter_yuan(text, timestamptz) to hanan_system;
      -- both run as the owner of the tables, who is held by forced policies, too
      create policy tip_looks_noted on tip_looks for insert to current_user with check (true);
      create policy tip_rewards_summed on tip_rewards for select to current_user using (true);
    `);
    await addDatedRules(db, tipRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, tipRules);
    await db.query(`
      drop function tip_reporter_yuan(text, timestamptz);
      drop function tip_identity_opened(text, text, text, timestamptz);
      drop table tip_looks, tip_identities, tip_rewards, tip_steps, tip_photos, tips`);
  }
}
