import type { MigrationInterface, QueryRunner } from 'typeorm';
import { approvalRules } from './dated/approval-rules';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** Nobody signs for themselves; but who fills the form in holds the seat that the rules give to whoever does. */
const refuseOwnSignature = (unless: string): string => `
  create or replace function refuse_own_signature() returns trigger language plpgsql as $$
    begin
      if ${unless} exists (select 1 from permits p where p.id = new.permit_id and p.applicant_id in (new.user_id, coalesce(new.on_behalf_of, new.user_id))) then
        raise exception 'the applicant of permit % cannot sign it', new.permit_id using errcode = 'check_violation';
      end if;
      return new;
    end $$`;

/** The seat of whoever fills a permit in, and the chains that have one; chemical work is approved at the work site. */
export class LetApplicantsFillTheirSeat1795651400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permit_signatures add column filled_in boolean not null default false;
      alter table permit_signatures add constraint filled_in_by_oneself check (not filled_in or on_behalf_of is null);
      ${refuseOwnSignature('not new.filled_in and')}`);
    await addDatedRules(db, approvalRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, approvalRules);
    await db.query(`
      delete from permit_signatures where filled_in;
      ${refuseOwnSignature('')};
      alter table permit_signatures drop column filled_in`);
  }
}
