import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key signed a block of the audit trail; empty: the first one, as in all blocks before. */
export class NameSigningKeys1796600300100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_blocks add column kid text check (length(kid) between 1 and 64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_blocks drop column kid`);
  }
}
