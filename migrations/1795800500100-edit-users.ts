import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * An account is a form that people edit, so it has a version. A password that an administrator gave is known to two: it
 * opens a session that can do nothing but change it.
 */
export class EditUsers1795800500100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table users
        add column version integer not null default 1,
        add column password_temporary boolean not null default false;
      alter table refresh_families add column password_temporary boolean not null default false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table refresh_families drop column password_temporary;
      alter table users drop column version, drop column password_temporary;
    `);
  }
}
