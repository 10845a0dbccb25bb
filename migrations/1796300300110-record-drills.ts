import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { drillRules } from './dated/drill-rules';
import { scoped } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** 疏散演练: what was held, who took part, what fell short; and until when each enterprise owes the next one. */
export class RecordDrills1796300300110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table drills (
        id text primary key,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        kind text not null check (kind in ('evacuation', 'fire', 'rescue', 'gas-leak')),
        held_on date not null,
        place text not null check (length(btrim(place)) >= 2),
        course text not null check (length(btrim(course)) >= 2),
        head_count integer not null check (head_count between 1 and 100000),
        people text[] not null default '{}' check (cardinality(people) <= 200),
        photo_ids text[] not null check (cardinality(photo_ids) between 1 and 9),
        shortcomings text not null default '' check (length(shortcomings) <= 1000),
        remedies text not null default '' check (length(remedies) <= 1000),
        next_due_on date not null,
        recorded_by text not null references users,
        recorded_at timestamptz not null,
        check (next_due_on > held_on),
        check (shortcomings = '' or remedies <> '')
      );
      create index drills_region on drills (region_code, id desc);
      create index drills_enterprise on drills (enterprise_id, id desc);
      create index drills_recorders on drills (recorded_by);
      create index drills_photos on drills using gin (photo_ids);
      revoke update, delete, truncate on drills from hanan_app, hanan_system;

      create table drill_duties (
        enterprise_id text primary key references enterprises,
        region_code text collate "C" not null references regions,
        last_held_on date,
        due_on date not null,
        check (due_on > last_held_on)
      );
      create index drill_duties_region on drill_duties (region_code, due_on);
      revoke delete, truncate on drill_duties from hanan_app, hanan_system;

      ${scoped('drills', { region: 'region_code', enterprise: ['enterprise_id'] })}
      ${scoped('drill_duties', { region: 'region_code', enterprise: ['enterprise_id'] })}
      ${bySystem('drills')}
      ${bySystem('drill_duties')}`);
    await addDatedRules(db, drillRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, drillRules);
    await db.query('drop table drill_duties, drills');
  }
}
