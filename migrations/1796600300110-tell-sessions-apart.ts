import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which kind of device somebody signed in; empty where it was before, or the browser tells nothing. It goes with the session. */
export class TellSessionsApart1796600300110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table refresh_families add column device_name text check (length(device_name) between 1 and 40)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table refresh_families drop column device_name`);
  }
}
