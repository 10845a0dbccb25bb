import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chemicalForm } from './dated/chemical-form';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** What form A.1 of GB 30871-2022 asks beside what permits had: related tickets, risks, plan, recording, and its signatures. */
export class PrintTheStandardsForm1795651600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits
        add column related_tickets jsonb not null default '[]',
        add column risk_analysis text,
        add column work_leader_id text references users,
        add column work_plan_number text,
        add column video jsonb;
      create table permit_paper_records (
        permit_id text not null references permits,
        round int not null,
        kind text not null check (kind in ('work-leader-opinion', 'briefing', 'briefing-received', 'shift-check')),
        user_id text not null references users,
        comment text,
        signature_file_id text references files,
        at timestamptz not null,
        primary key (permit_id, round, kind, user_id)
      );
      alter table permit_paper_records enable row level security;
      alter table permit_paper_records force row level security;
      create policy permit_paper_records_scope on permit_paper_records to hanan_app
        using (exists (select 1 from permits p where p.id = permit_paper_records.permit_id))
        with check (exists (select 1 from permits p where p.id = permit_paper_records.permit_id));
      create policy system_sees_all on permit_paper_records to hanan_system using (true) with check (true);
    `);
    await addDatedRules(db, chemicalForm);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, chemicalForm);
    await db.query(`
      drop table permit_paper_records;
      alter table permits
        drop column related_tickets,
        drop column risk_analysis,
        drop column work_leader_id,
        drop column work_plan_number,
        drop column video`);
  }
}
