import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { idleWelderRules } from './dated/idle-welder-rules';
import { scopedBy } from './row-level-security';

/** Who welded nowhere for half a year is told, once; who worked elsewhere says so. */
export class WatchPractice1796300500130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table practice_declarations (
        id text primary key,
        welder_id text not null references welders,
        kind text not null check (kind in ('elsewhere', 'retest')),
        worked_on date not null,
        place text not null check (length(place) between 2 and 200),
        declared_by text not null references users,
        declared_at timestamptz not null
      );
      create index practice_declarations_welder on practice_declarations (welder_id, worked_on desc);
      create table practice_warnings (
        welder_id text not null references welders,
        since date not null,
        told_at timestamptz not null,
        primary key (welder_id, since)
      );
      ${scopedBy('practice_declarations', 'welders', 'welder_id')}
      ${scopedBy('practice_warnings', 'welders', 'welder_id')}
      create policy system_sees_all on practice_declarations to hanan_system using (true) with check (true);
      create policy system_sees_all on practice_warnings to hanan_system using (true) with check (true)`);
    await addDatedRules(db, idleWelderRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, idleWelderRules);
    await db.query('drop table practice_warnings, practice_declarations');
  }
}
