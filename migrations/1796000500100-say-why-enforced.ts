import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { rollOutRules } from './dated/roll-out-rules';
import { scoped } from './row-level-security';

/**
 * A mode keeps what was foreseen of it and who signed why it is enforced all the same. A message to somebody who can
 * mend a cause is kept by the fingerprint of the phone: one a day, whoever asks.
 */
export class SayWhyEnforced1796000500100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table roll_out_modes add column reason text, add column signed_by text references users,
        add column foreseen_scans int, add column foreseen_refused int,
        add constraint roll_out_modes_signed check ((reason is null) = (signed_by is null)),
        add constraint roll_out_modes_foreseen check (foreseen_refused between 0 and foreseen_scans
          and (foreseen_scans is null) = (foreseen_refused is null));

      create table roll_out_messages (
        id text primary key,
        region_code text collate "C" not null,
        code text not null,
        subject_kind text not null check (subject_kind in ('welder', 'machine', 'enterprise')),
        subject_id text not null,
        mender text not null check (mender in ('person', 'enterprise', 'fitter', 'grid', 'county')),
        phone_hash text not null,
        sent_on date not null,
        sent_by text not null references users,
        sent_at timestamptz not null,
        constraint roll_out_messages_once_a_day unique (phone_hash, sent_on)
      );
      create index roll_out_messages_subject on roll_out_messages (subject_id, code, sent_at desc);
      ${scoped('roll_out_messages', { region: 'region_code' })}
      create policy system_sees_all on roll_out_messages to hanan_system using (true) with check (true)`);
    await addDatedRules(db, rollOutRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, rollOutRules);
    await db.query(`
      drop table roll_out_messages;
      alter table roll_out_modes drop constraint roll_out_modes_signed, drop constraint roll_out_modes_foreseen,
        drop column reason, drop column signed_by, drop column foreseen_scans, drop column foreseen_refused`);
  }
}
