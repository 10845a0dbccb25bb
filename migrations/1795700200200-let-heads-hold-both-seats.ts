import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { seatRules } from './dated/seat-rules';

/** How many people an enterprise has, as an official confirmed it; on a permit, that its firm was that small when it was submitted. */
export class LetHeadsHoldBothSeats1795700200200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enterprises
        add column headcount int check (headcount between 1 and 1000000),
        add column headcount_confirmed_at timestamptz,
        add column headcount_confirmed_by text references users,
        add constraint enterprises_headcount_confirmed
          check ((headcount is null) = (headcount_confirmed_at is null) and (headcount is null) = (headcount_confirmed_by is null));
      alter table permits add column head_holds_both boolean not null default false;
    `);
    await addDatedRules(db, seatRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, seatRules);
    await db.query(`
      alter table permits drop column head_holds_both;
      alter table enterprises drop column headcount, drop column headcount_confirmed_at, drop column headcount_confirmed_by;
    `);
  }
}
