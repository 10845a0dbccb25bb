import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scopedBy } from './row-level-security';

/** Cases are handed from one department to another, and the other side signs a receipt, refuses, or is too late. */
export class HandCasesOver1796100200200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table violation_handovers (
        id text primary key,
        violation_id text not null references violations,
        from_trade text,
        to_trade text not null,
        reason text not null check (length(reason) >= 2),
        state text not null check (state in ('waiting', 'received', 'refused', 'taken-back')),
        handed_by text not null references users,
        handed_at timestamptz not null,
        settled_by text references users,
        settled_at timestamptz,
        settled_for text,
        check (from_trade is distinct from to_trade),
        check ((state = 'waiting') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
        check ((state = 'refused') = (settled_for is not null)),
        check (state not in ('received', 'refused') or settled_by <> handed_by)
      );
      create unique index violation_handovers_one_open on violation_handovers (violation_id) where state = 'waiting';
      create index violation_handovers_of on violation_handovers (violation_id, id);
      create index violation_handovers_waiting on violation_handovers (to_trade, id) where state = 'waiting';
      ${scopedBy('violation_handovers', 'violations', 'violation_id')}
      create policy system_sees_all on violation_handovers to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table violation_handovers');
  }
}
