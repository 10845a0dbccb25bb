import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { watcherRules } from './dated/watcher-rules';

/** Asked once a statement, as everywhere since `AskSettingsOnce`. */
const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;
const VISIBLE = `region_code >= (select current_setting('hanan.region_from', true)) and region_code < ${setting('region_to')}
  or enterprise_id = ${setting('enterprise')} or user_id = ${setting('user')}`;

/** 监护人培训合格证, recorded by the enterprise and revoked by officials; the chemical trade asks for it. */
export class CertifyWatchers1795651400200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table watcher_certificates (
        id text primary key,
        user_id text not null references users,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        number text not null,
        valid_to date not null,
        photo_id text not null references files,
        recorded_by text not null references users,
        recorded_at timestamptz not null,
        revoked_by text references users,
        revoked_at timestamptz,
        revoke_reason text,
        check (recorded_by <> user_id),
        check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
      );
      create index watcher_certificates_user on watcher_certificates (user_id, id desc);
      alter table watcher_certificates enable row level security;
      alter table watcher_certificates force row level security;
      create policy system_sees_all on watcher_certificates to hanan_system using (true) with check (true);
      create policy watcher_certificates_scope on watcher_certificates to hanan_app using (${VISIBLE}) with check (${VISIBLE})`);
    await addDatedRules(db, watcherRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, watcherRules);
    await db.query('drop table watcher_certificates');
  }
}
