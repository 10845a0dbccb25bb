import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { smallRules } from './dated/small-rules';

/** Levels of small jobs, how their place was found, and what else an occupier's phone has confirmed. */
export class AskMoreOfSmallJobs1795651700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits
        add column place_source text not null default 'measured' check (place_source in ('measured', 'by-hand')),
        add column occupier_phone_hash text`);
    await db.query(`
      create index permits_occupier_phone on permits (occupier_phone_hash, occupier_confirmed_at)
        where occupier_phone_hash is not null`);
    await db.query(`create index permits_small_near on permits (lat, submitted_at) where regime = 'small'`);
    await db.query(`
      create index permits_small_to_sign on permits (region_code, id desc)
        where regime = 'small' and state = 'submitted' and occupier_confirmed_at is not null`);
    await addDatedRules(db, smallRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, smallRules);
    await db.query('drop index permits_small_to_sign, permits_small_near, permits_occupier_phone');
    await db.query('alter table permits drop column occupier_phone_hash, drop column place_source');
  }
}
