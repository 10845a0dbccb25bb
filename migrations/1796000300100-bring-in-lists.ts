import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/**
 * Lists of machines, people, certificates, enterprises and chips that are brought in from spreadsheets. The file and the rows
 * that were read from it are encrypted, and kept until the import is done: a process that was killed goes on where it stopped.
 */
export class BringInLists1796000300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table imports (
        id text primary key,
        kind text not null check (kind in ('machines', 'welders', 'certificates', 'enterprises', 'chips')),
        state text not null check (state in ('reading', 'previewed', 'applying', 'done', 'failed')),
        file_name text not null,
        file_bytes int not null check (file_bytes > 0),
        sheet text,
        ignored text[] not null default '{}',
        fault text,
        fault_details text[] not null default '{}',
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        uploaded_by text not null references users,
        address text,
        created_at timestamptz not null,
        applied_by text references users,
        finished_at timestamptz,
        line int not null default 0,
        rows int not null default 0,
        total_rows int,
        created int not null default 0,
        same int not null default 0,
        warned int not null default 0,
        refused int not null default 0,
        to_apply int not null default 0,
        applied int not null default 0,
        check ((state = 'failed') = (fault is not null))
      );
      create index imports_uploader on imports (uploaded_by, id desc);
      create index imports_region on imports (region_code, id desc);
      create index imports_at_work on imports (id) where state in ('reading', 'applying');

      create table import_files (
        import_id text not null references imports,
        part int not null,
        sealed text not null,
        primary key (import_id, part)
      );

      create table import_rows (
        import_id text not null references imports,
        line int not null,
        verdict text not null check (verdict in ('created', 'same', 'warned', 'refused')),
        code text,
        field text,
        label text not null,
        key text,
        nth int not null default 0,
        waiting boolean not null,
        sealed text,
        entity_id text,
        primary key (import_id, line),
        check (not waiting or sealed is not null)
      );
      create index import_rows_verdict on import_rows (import_id, verdict, line);
      create index import_rows_waiting on import_rows (import_id, line) where waiting;
      create index import_rows_key on import_rows (import_id, key) where key is not null;
      create index import_rows_origin on import_rows (key, nth) where entity_id is not null;

      ${scoped('imports', { region: 'region_code', enterprise: ['enterprise_id'], user: ['uploaded_by'] })}
      ${bySystem('imports')}
      ${scopedBy('import_rows', 'imports', 'import_id')}
      ${bySystem('import_rows')}
      alter table import_files enable row level security;
      alter table import_files force row level security;
      ${bySystem('import_files')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table import_rows, import_files, imports');
  }
}
