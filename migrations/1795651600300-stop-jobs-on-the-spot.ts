import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { stopOrders } from './dated/stop-orders';

/** An inspector stops work on the spot; the regulator confirms or lifts that, or it lapses. */
export class StopJobsOnTheSpot1795651600300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table job_stop_orders (
        job_id text primary key references jobs,
        region_code text collate "C" not null,
        ordered_by text not null references users,
        ordered_at timestamptz not null,
        reason text not null,
        photo_id text references files,
        standing text not null check (standing in ('provisional', 'confirmed', 'lifted', 'lapsed')),
        due_at timestamptz,
        decided_by text references users,
        decided_at timestamptz,
        note text,
        check (standing <> 'provisional' or due_at is not null)
      );
      create index job_stop_orders_due on job_stop_orders (due_at) where standing = 'provisional';
      alter table job_stop_orders enable row level security;
      alter table job_stop_orders force row level security;
      create policy job_stop_orders_scope on job_stop_orders to hanan_app
        using (exists (select 1 from jobs j where j.id = job_stop_orders.job_id))
        with check (exists (select 1 from jobs j where j.id = job_stop_orders.job_id));
      create policy system_sees_all on job_stop_orders to hanan_system using (true) with check (true)`);
    await addDatedRules(db, stopOrders);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, stopOrders);
    await db.query('drop table job_stop_orders');
  }
}
