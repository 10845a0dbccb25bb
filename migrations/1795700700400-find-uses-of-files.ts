import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that name a file. Each is asked when a photo is read, and when loose photos are removed. */
const USES = [
  ['job_stop_orders', 'photo_id'],
  ['jobs', 'photo_id'],
  ['permit_amendments', 'signature_file_id'],
  ['permit_paper_records', 'signature_file_id'],
  ['permit_signatures', 'signature_file_id'],
  ['permit_site_visits', 'photo_id'],
  ['permit_watch_records', 'photo_id'],
  ['permits', 'close_photo_id'],
  ['watcher_certificates', 'photo_id'],
] as const;

/** A photo is read by whoever sees a record that names it: the records are found by index. */
export class FindUsesOfFiles1795700700400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, column] of USES)
      await db.query(`create index ${table}_${column} on ${table} (${column}) where ${column} is not null`);
    await db.query('create index violations_photo_ids on violations using gin (photo_ids)');
    await db.query(`create index violation_history_photo_ids on violation_history using gin ((detail -> 'photoIds'))`);
    await db.query('create index files_uploaded on files (uploaded_by, uploaded_at)');
    await db.query('create index files_uploaded_at on files (uploaded_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index files_uploaded_at, files_uploaded, violation_history_photo_ids, violations_photo_ids');
    for (const [table, column] of USES) await db.query(`drop index ${table}_${column}`);
  }
}
