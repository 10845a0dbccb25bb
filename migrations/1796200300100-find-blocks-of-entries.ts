import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An evidence pack asks for the block of an audit entry by its transaction; a block a second are millions. */
export class FindBlocksOfEntries1796200300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index audit_blocks_xid on audit_blocks (up_to_xid)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index audit_blocks_xid');
  }
}
