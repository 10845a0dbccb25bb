import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An employment ends with who said so and why. */
export class EndEmployments1796100200300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table employments add column ended_by text references users, add column end_reason text,
        add constraint employments_ended check (ended_by is null or until is not null);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table employments drop constraint employments_ended, drop column end_reason, drop column ended_by',
    );
  }
}
