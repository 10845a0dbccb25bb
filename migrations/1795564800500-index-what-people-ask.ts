import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What waits for somebody's hand, and what goes on over midnight: a few of the permits that an enterprise or a day has. */
export class IndexWhatPeopleAsk1795564800500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index permits_to_sign on permits (enterprise_id, id desc) where state in ('submitted', 'approved') or urgent;
      create index permits_overnight on permits (planned_start)
        where timezone('Asia/Shanghai', planned_start)::date < (timezone('Asia/Shanghai', planned_end) - interval '1 microsecond')::date;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index permits_to_sign, permits_overnight');
  }
}
