import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** Photos that prove a place or a person get a second look; one row a photo. */
export class LookAtPhotosAgain1795651300200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table photo_checks (
        photo_id text primary key references files,
        kind text not null check (kind in ('signboard', 'starter')),
        permit_id text references permits,
        job_id text references jobs,
        welder_id text references welders,
        taken_by text not null,
        enterprise_id text,
        region_code text collate "C" not null,
        asked_at timestamptz not null,
        due_at timestamptz not null,
        told_at timestamptz,
        decided_by text references users,
        decided_at timestamptz,
        verdict text check (verdict in ('accepted', 'doubted')),
        note text,
        check ((verdict is null) = (decided_at is null))
      );
      create index photo_checks_open on photo_checks (due_at) where verdict is null and told_at is null;
      create index photo_checks_doubted on photo_checks (decided_at) where verdict = 'doubted';
      create index photo_checks_enterprise on photo_checks (enterprise_id, asked_at desc);
      ${scoped('photo_checks', { region: 'region_code', enterprise: ['enterprise_id'] })}
      create policy system_sees_all on photo_checks to hanan_system using (true) with check (true);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table photo_checks');
  }
}
