import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A permit's deadline changes with every step. In the table of permits each such change wrote an entry into a dozen indexes;
 * in a table of its own it writes two, and a step that leaves the state as it was (a tap, a signature) writes none into the
 * indexes of permits, as long as its page has room (docs/adr/0011).
 */
export class KeepDeadlinesApart1795564800200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the owner of the tables sees only what a scope shows, too
      select set_config('hanan.scope', 'system', true);
      create table permit_deadlines (
        permit_id text primary key references permits on delete cascade,
        -- when time brings something about: the end, a missed tap, a missed gas test, a sleeping approver
        due_at timestamptz not null
      ) with (fillfactor = 80);
      insert into permit_deadlines (permit_id, due_at) select id, next_due_at from permits where next_due_at is not null;
      create index permit_deadlines_due on permit_deadlines (due_at);
      alter table permit_deadlines enable row level security;
      alter table permit_deadlines force row level security;
      create policy system_sees_all on permit_deadlines to hanan_system using (true) with check (true);
      revoke all on permit_deadlines from hanan_app;

      drop index permits_due;
      alter table permits drop column next_due_at;
      alter table permits set (fillfactor = 85);

      -- one index instead of two: the unique one also finds what a number begins with
      drop index permits_number;
      alter table permits alter column number type text collate "C";
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select set_config('hanan.scope', 'system', true);
      alter table permit_deadlines no force row level security;
      alter table permits alter column number type text;
      create index permits_number on permits (number collate "C");
      alter table permits reset (fillfactor);
      alter table permits add column next_due_at timestamptz;
      update permits p set next_due_at = d.due_at from permit_deadlines d where d.permit_id = p.id;
      create index permits_due on permits (next_due_at) where next_due_at is not null;
      drop table permit_deadlines;
    `);
  }
}
