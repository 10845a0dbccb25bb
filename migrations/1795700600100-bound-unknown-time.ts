import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a chip's time is not known, its boots and arcs keep between what moments they lie. */
export class BoundUnknownTime1795700600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table chip_boots
        add column claimed_first timestamptz, -- where the chip's own clock puts the beginning: t minus up
        add column claimed_last timestamptz,
        add column max_up bigint not null default -1, -- the highest \`up\` that was said
        add column not_before timestamptz, -- the one-time code typed in this boot did not exist before
        add column clock_wrong boolean not null default false; -- the chip's own clock, at the first contact of the boot
      alter table arcs add column earliest_at timestamptz; -- the earliest possible beginning; null: the time is known
      alter table jobs add column unlock_up bigint; -- at which \`up\` a one-time code was typed
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table jobs drop column unlock_up;
      alter table arcs drop column earliest_at;
      alter table chip_boots drop column claimed_first, drop column claimed_last, drop column max_up, drop column not_before,
        drop column clock_wrong;
    `);
  }
}
