import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** Who answers the duty desk of a region now. Of one region one person at a time; the phone is shown to everybody. */
export class KeepDutyRoster1796100500200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table duty_shifts (
        id text primary key,
        region_code text collate "C" not null,
        name text not null check (name <> ''),
        phone text not null check (phone ~ '^[0-9][0-9-]{2,19}$'),
        from_at timestamptz not null,
        to_at timestamptz not null,
        created_by text not null references users,
        created_at timestamptz not null,
        check (from_at < to_at),
        constraint duty_shifts_never_overlap exclude using gist (region_code with =, tstzrange(from_at, to_at) with &&)
      );
      create index duty_shifts_list on duty_shifts (region_code, to_at);
      ${scoped('duty_shifts', { region: 'region_code' })}
      create policy system_sees_all on duty_shifts to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table duty_shifts');
  }
}
