import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { upkeepRules } from './dated/upkeep-rules';
import { scopedBy } from './row-level-security';

/** 年检与维修: each safety check of a machine with its paper, and who repaired it, from when until when. */
export class KeepMachinesUp1796500200120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table machine_checks (
        id text primary key,
        machine_id text not null references machines,
        checked_on date not null check (checked_on >= '2000-01-01'),
        checker text not null check (length(btrim(checker)) between 2 and 100),
        result text not null check (result in ('passed', 'failed')),
        next_due_on date,
        note text check (length(note) <= 500),
        photo_id text not null references files,
        recorded_by text not null references users,
        recorded_at timestamptz not null,
        check ((result = 'passed') = (next_due_on is not null)),
        check (next_due_on > checked_on)
      );
      create index machine_checks_of on machine_checks (machine_id, checked_on desc, id desc);
      create index machine_checks_photos on machine_checks (photo_id);
      create index machine_checks_recorders on machine_checks (recorded_by);
      ${scopedBy('machine_checks', 'machines', 'machine_id')}
      create policy system_sees_all on machine_checks to hanan_system using (true) with check (true);
      revoke update, delete, truncate on machine_checks from hanan_app, hanan_system;

      -- for the notice before a check is due
      create index machines_check_due on machines (inspection_due_on) where status in ('in-service', 'repair');

      create table machine_repairs (
        id text primary key,
        machine_id text not null references machines,
        repairer text not null check (length(btrim(repairer)) between 2 and 100),
        fault text not null check (length(btrim(fault)) between 2 and 500),
        started_on date not null check (started_on >= '2000-01-01'),
        ended_on date,
        work text check (length(btrim(work)) between 2 and 1000),
        recorded_by text not null references users,
        recorded_at timestamptz not null,
        ended_by text references users,
        ended_at timestamptz,
        check (ended_on >= started_on),
        check (num_nonnulls(ended_on, work, ended_by, ended_at) in (0, 4))
      );
      create unique index machine_repairs_one on machine_repairs (machine_id) where ended_at is null;
      create index machine_repairs_of on machine_repairs (machine_id, id desc);
      create index machine_repairs_recorders on machine_repairs (recorded_by);
      create index machine_repairs_enders on machine_repairs (ended_by) where ended_by is not null;
      ${scopedBy('machine_repairs', 'machines', 'machine_id')}
      create policy system_sees_all on machine_repairs to hanan_system using (true) with check (true);
      revoke delete, truncate on machine_repairs from hanan_app, hanan_system;`);
    await addDatedRules(db, upkeepRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, upkeepRules);
    await db.query('drop index machines_check_due; drop table machine_checks, machine_repairs');
  }
}
