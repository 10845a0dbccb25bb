import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { recencyRules } from './dated/recency-rules';
import { scopedBy } from './row-level-security';

/** Who welded nowhere for half a year is told, once; who worked elsewhere says so. */
export class WatchRecency1796300500130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table recency_declarations (
        id text primary key,
        welder_id text not null references welders,
        kind text not null check (kind in ('elsewhere', 'retest')),
        worked_on date not null,
        place text not null check (length(place) between 2 and 200),
        declared_by text not null references users,
        declared_at timestamptz not null
      );
      create index recency_declarations_welder on recency_declarations (welder_id, worked_on desc);
      create table recency_warnings (
        welder_id text not null references welders,
        since date not null,
        told_at timestamptz not null,
        primary key (welder_id, since)
      );
      ${scopedBy('recency_declarations', 'welders', 'welder_id')}
      ${scopedBy('recency_warnings', 'welders', 'welder_id')}
      create policy system_sees_all on recency_declarations to hanan_system using (true) with check (true);
      create policy system_sees_all on recency_warnings to hanan_system using (true) with check (true)`);
    await addDatedRules(db, recencyRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, recencyRules);
    await db.query('drop table recency_warnings, recency_declarations');
  }
}
