import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chipRules } from './dated/chip-rules';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** Messages that cannot be read are counted by chip and hour; what chips may measure and how long they may be silent are rules. */
export class JudgeWhatChipsSay1795700600200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table quarantine_hours (
        chip_no text not null,
        hour timestamptz not null,
        received int not null, -- only the first of them are kept
        last_at timestamptz not null,
        last_reason text not null,
        primary key (chip_no, hour)
      );
      create index quarantine_chip on quarantine (chip_no, id);
      alter table chip_boots
        add column birth_up bigint, -- as the last birth said it
        add column up_offset bigint not null default 0, -- added to \`up\` since the chip started again under this number
        add column offset_from int not null default 0;
      alter table arcs add column lost boolean not null default false; -- nothing more was heard of it: ended by rule
      alter table chip_states
        add column any_boot boolean not null default false, -- a technician let its counter jump once
        add column open_from_up bigint -- since when its relay is open, as far as is known`);
    await addDatedRules(db, chipRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, chipRules);
    await db.query(`
      alter table chip_states drop column any_boot, drop column open_from_up;
      alter table arcs drop column lost;
      alter table chip_boots drop column birth_up, drop column up_offset, drop column offset_from;
      drop index quarantine_chip;
      drop table quarantine_hours`);
  }
}
