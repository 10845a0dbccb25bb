import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PINs by which welders confirm who is at a machine, with the wrong attempts of late. Seen by the system alone. */
export class LetWeldersHavePins1795800200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table welder_pins (
        user_id text primary key references users on delete cascade,
        pin_hash text not null,
        set_at timestamptz not null,
        wrong_at timestamptz[] not null default '{}'
      );
      alter table welder_pins enable row level security;
      alter table welder_pins force row level security;
      create policy system_sees_all on welder_pins to hanan_system using (true) with check (true)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table welder_pins');
  }
}
