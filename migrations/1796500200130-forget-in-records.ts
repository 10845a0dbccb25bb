import type { MigrationInterface, QueryRunner } from 'typeorm';

const kept = (may: string): string => `
  create or replace function keep_signed_self_check() returns trigger language plpgsql as $$
    begin
      if old.signed_at is not null ${may} then
        raise exception 'a signed self-check is not changed' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$`;

/** The name of a person who is forgotten goes, as the system; nothing else of a signed record does. */
const NAME_ALONE = `and not (current_user = 'hanan_system' and to_jsonb(new) - 'signed_name' = to_jsonb(old) - 'signed_name')`;

/** A forgotten person's name leaves self-checks, drills and internal reports, too; the records themselves stay. */
export class ForgetInRecords1796500200130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${kept(NAME_ALONE)};
      grant update (people) on drills to hanan_system;
      grant delete on internal_reporters to hanan_system;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${kept('')};
      revoke update (people) on drills from hanan_system;
      revoke delete on internal_reporters from hanan_system;`);
  }
}
