import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { practiceRules } from './dated/practice-rules';

/** Who practises with whom is nobody's to read but the platform's; use cases show each their own. */
const hidden = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/**
 * 实训课: an instructor of a welding school answers for pupils without certificate on listed machines. A machine, a pupil
 * and an instructor stand in one open session at a time, whatever the application does.
 */
export class PractiseAtSchools1796300100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table training_providers add column enterprise_id text references enterprises;
      create unique index training_providers_enterprise on training_providers (enterprise_id) where enterprise_id is not null;

      create table training_instructors (
        provider_id text not null references training_providers,
        welder_id text not null unique references welders,
        named_by text not null references users,
        named_at timestamptz not null,
        primary key (provider_id, welder_id)
      );

      create table training_practices (
        id text primary key,
        provider_id text not null references training_providers,
        instructor_id text not null references welders,
        region_code text collate "C" not null,
        opened_by text not null references users,
        opened_at timestamptz not null,
        ends_at timestamptz not null,
        present_until timestamptz not null,
        ended_at timestamptz,
        check (opened_at < ends_at),
        check (ends_at <= opened_at + interval '1 day'),
        check (ended_at is null or ended_at >= opened_at)
      );
      create unique index training_practices_open on training_practices (instructor_id) where ended_at is null;
      create index training_practices_provider on training_practices (provider_id, id desc);
      create index training_practices_instructor on training_practices (instructor_id, id desc);

      create table training_practice_machines (
        practice_id text not null references training_practices,
        machine_id text not null references machines,
        released_at timestamptz,
        primary key (practice_id, machine_id)
      );
      create unique index training_practice_machines_open on training_practice_machines (machine_id) where released_at is null;

      create table training_practice_pupils (
        practice_id text not null references training_practices,
        welder_id text not null references welders,
        released_at timestamptz,
        primary key (practice_id, welder_id)
      );
      create unique index training_practice_pupils_open on training_practice_pupils (welder_id) where released_at is null;

      create function pupil_is_not_the_instructor() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from training_practices p where p.id = new.practice_id and p.instructor_id = new.welder_id) then
          raise exception 'an instructor is no pupil of their own session' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger pupil_is_not_the_instructor before insert or update on training_practice_pupils
        for each row execute function pupil_is_not_the_instructor();

      alter table jobs add column practice_id text references training_practices;
      create index jobs_practice on jobs (practice_id) where practice_id is not null;
      ${['training_instructors', 'training_practices', 'training_practice_machines', 'training_practice_pupils'].map(hidden).join('\n')}`);
    await addDatedRules(db, practiceRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, practiceRules);
    await db.query(`
      alter table jobs drop column practice_id;
      drop table training_practice_pupils, training_practice_machines, training_practices, training_instructors;
      drop function pupil_is_not_the_instructor();
      alter table training_providers drop column enterprise_id`);
  }
}
