import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 中断还在继续: its end is the latest that it may have until somebody says when it ended. */
export class LeaveOutagesOpen1796300100200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outages add column open boolean not null default false;
      alter table outages add column closed_by text references users;
      alter table outages add column closed_at timestamptz;
      alter table outages add constraint outages_open_declared check (not open or source = 'declared');
      alter table outages add constraint outages_closed check ((closed_at is null) = (closed_by is null) and not (open and closed_at is not null));
      create index outages_closers on outages (closed_by) where closed_by is not null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outages drop constraint outages_closed, drop constraint outages_open_declared;
      alter table outages drop column closed_at, drop column closed_by, drop column open;`);
  }
}
