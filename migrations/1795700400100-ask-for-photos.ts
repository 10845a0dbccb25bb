import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { photoRules } from './dated/photo-rules';
import { scoped } from './row-level-security';

/** Certificates show their holder, photos of welders are compared with that, and some jobs are asked for one more photo. */
export class AskForPhotos1795700400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, photoRules);
    await db.query(`
      alter table certificates add photo_id text references files;
      alter table photo_checks
        add for_grid boolean not null default false,
        add passed_on_by text references users,
        add passed_on_at timestamptz,
        add constraint photo_checks_passed_on check ((passed_on_by is null) = (passed_on_at is null)),
        drop constraint photo_checks_kind_check,
        add constraint photo_checks_kind_check check (kind in ('signboard', 'starter', 'welder', 'both', 'again')),
        drop constraint photo_checks_verdict_check,
        add constraint photo_checks_verdict_check check (verdict in ('accepted', 'doubted', 'unclear'));
      create table job_photo_asks (
        job_id text primary key references jobs,
        region_code text collate "C" not null,
        enterprise_id text,
        welder_id text not null references welders,
        ask_at timestamptz not null,
        for_grid boolean not null,
        answer_minutes int not null check (answer_minutes > 0),
        asked_at timestamptz,
        due_at timestamptz,
        answered_at timestamptz,
        photo_id text references files,
        missed_at timestamptz,
        check ((asked_at is null) = (due_at is null)),
        check ((answered_at is null) = (photo_id is null)),
        check (asked_at is not null or (answered_at is null and missed_at is null))
      );
      create index job_photo_asks_planned on job_photo_asks (ask_at) where asked_at is null;
      create index job_photo_asks_open on job_photo_asks (due_at) where answered_at is null and missed_at is null;
      create index job_photo_asks_missed on job_photo_asks (missed_at) where missed_at is not null;
      ${scoped('job_photo_asks', { region: 'region_code', enterprise: ['enterprise_id'], welder: 'welder_id' })}
      create policy system_sees_all on job_photo_asks to hanan_system using (true) with check (true);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table job_photo_asks;
      delete from photo_checks where kind in ('welder', 'both', 'again') or verdict = 'unclear';
      alter table photo_checks
        drop constraint photo_checks_kind_check,
        add constraint photo_checks_kind_check check (kind in ('signboard', 'starter')),
        drop constraint photo_checks_verdict_check,
        add constraint photo_checks_verdict_check check (verdict in ('accepted', 'doubted')),
        drop constraint photo_checks_passed_on,
        drop passed_on_at,
        drop passed_on_by,
        drop for_grid;
      alter table certificates drop photo_id;
    `);
    await removeDatedRules(db, photoRules);
  }
}
