import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a workshop ended before its year was over, for its owner; of those that ended before the reason is not known. */
export class SayWhyWorkshopsEnded1795800700200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table workshops add column ended_at timestamptz, add column ended_because text, add column ended_params jsonb,
        add constraint workshops_ended check ((ended_at is null) = (ended_because is null))`);
    await db.query(`select set_config('hanan.scope', 'system', true)`);
    await db.query(`
      update workshops w set ended_at = a.closing_since, ended_because = 'workshop.place-changed', ended_params = '{}'
      from designated_areas a where a.id = w.designated_area_id and a.closing_since is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table workshops drop column ended_at, drop column ended_because, drop column ended_params');
  }
}
