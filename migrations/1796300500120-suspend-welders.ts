import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { suspensionRules } from './dated/suspension-rules';
import { scopedBy } from './row-level-security';

/** An official suspends a welder with reason and end; the welder appeals, and another official answers. */
export class SuspendWelders1796300500120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table welder_suspensions (
        id text primary key,
        welder_id text not null references welders,
        region_code text collate "C" not null,
        state text not null default 'running' check (state in ('running', 'appealed', 'lifted', 'ended')),
        reason text not null check (length(reason) between 4 and 500),
        violation_id text references violations,
        suspended_by text not null references users,
        suspended_at timestamptz not null,
        until_at timestamptz not null,
        appeal text,
        appealed_at timestamptz,
        answer_due_at timestamptz,
        answer text,
        answered_by text references users,
        answered_at timestamptz,
        closed_by text references users,
        closed_at timestamptz,
        close_reason text,
        check (until_at > suspended_at),
        check ((appeal is null) = (appealed_at is null) and (appealed_at is null) = (answer_due_at is null)),
        check (state <> 'appealed' or (appealed_at is not null and answered_at is null)),
        check (answered_by is null or answered_by <> suspended_by),
        check ((closed_at is not null) = (state in ('lifted', 'ended')))
      );
      create unique index welder_suspensions_one on welder_suspensions (welder_id) where state in ('running', 'appealed');
      create index welder_suspensions_welder on welder_suspensions (welder_id, id desc);
      create index welder_suspensions_until on welder_suspensions (until_at) where state in ('running', 'appealed');
      create index welder_suspensions_appeals on welder_suspensions (region_code, answer_due_at) where state = 'appealed';
      ${scopedBy('welder_suspensions', 'welders', 'welder_id')}
      create policy system_sees_all on welder_suspensions to hanan_system using (true) with check (true);

      -- who is suspended and is registered elsewhere as a new person is suspended there, too, whoever registers them
      create function suspend_claim() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if exists (select 1 from welder_suspensions s where s.welder_id = new.same_person_as and s.state in ('running', 'appealed'))
            then new.status := 'suspended'; end if;
          return new;
        end $$;
      create trigger welders_suspend_claim before insert on welders
        for each row when (new.same_person_as is not null) execute function suspend_claim();
      create policy suspensions_of_claims on welder_suspensions for select to current_user using (true)`);
    await addDatedRules(db, suspensionRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, suspensionRules);
    await db.query(`
      drop trigger welders_suspend_claim on welders;
      drop function suspend_claim();
      drop table welder_suspensions`);
  }
}
