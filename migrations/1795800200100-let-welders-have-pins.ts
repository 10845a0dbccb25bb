import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

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
      ${scoped('welder_pins', {})}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table welder_pins');
  }
}
