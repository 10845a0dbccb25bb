import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A role that is typed wrong is a role that nobody has. All doors of the platform write known roles only, so no stored
 * account breaks the constraint; one that was written by hand stops the upgrade, with its name in the message.
 */
export class KnowRoles1795900100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table users add constraint users_roles_known check (roles <@ array[
        'admin', 'regulator', 'inspector', 'tip-officer', 'grid-worker', 'technician', 'trainer',
        'enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher', 'welder'
      ])
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table users drop constraint users_roles_known');
  }
}
