import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A welder's own figures count refusals; without this index that reads every decision of the year. */
export class FindRefusalsOfWelders1796000600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index decisions_refused_welder on decisions (welder_id, at) where not allowed and purpose <> 'dry-run'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index decisions_refused_welder');
  }
}
