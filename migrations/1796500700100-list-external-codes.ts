import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The page of a machine or a welder lists the stickers of other systems on it. */
export class ListExternalCodes1796500700100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index external_codes_entity on external_codes (entity_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index external_codes_entity`);
  }
}
