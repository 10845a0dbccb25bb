import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/**
 * Blank codes belong to a roll that somebody printed, holds or lost. A sticker is bound once and never moved; one that was
 * replaced still says what it was stuck on. The trigger is the last guard of both.
 */
export class RollBlankCodes1796000200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence code_roll_numbers as int;
      create table code_rolls (
        id text primary key,
        number int not null unique,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        count int not null check (count > 0),
        state text not null default 'printed' check (state in ('printed', 'issued', 'voided')),
        made_by text not null,
        made_at timestamptz not null,
        issued_to text references users,
        issued_at timestamptz,
        voided_by text,
        voided_at timestamptz,
        void_reason text,
        check ((issued_to is null) = (issued_at is null)),
        check (state <> 'issued' or issued_to is not null),
        check ((state = 'voided') = (voided_at is not null and voided_by is not null and void_reason is not null))
      );
      create index code_rolls_region on code_rolls (region_code, id desc);
      create index code_rolls_enterprise on code_rolls (enterprise_id, id desc);
      create index code_rolls_issued_to on code_rolls (issued_to, id desc);

      alter table codes add column roll_id text references code_rolls,
        add column replaced_by text references codes,
        add column replaced_at timestamptz,
        add column replace_reason text,
        add constraint codes_replaced check (
          (replaced_by is null) = (replaced_at is null) and (replaced_by is null) = (replace_reason is null)
          and (replaced_by is null or (kind = 'machine' and replaced_by <> code)));
      create index codes_roll on codes (roll_id) where roll_id is not null;
      create unique index codes_current_of_machine on codes (entity_id) where kind = 'machine' and replaced_by is null;

      create function keep_bound_codes() returns trigger language plpgsql as $$
        begin
          -- the card of a welder follows the person, where two records turn out to be one
          if old.kind <> 'blank' and (new.kind <> old.kind or (old.kind <> 'welder' and new.entity_id is distinct from old.entity_id)) then
            raise exception 'code % is bound already', old.code using errcode = 'check_violation';
          end if;
          if old.kind = 'blank' and new.kind <> 'blank' and old.voided_at is not null then
            raise exception 'code % is void', old.code using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger codes_bound_once before update on codes for each row execute function keep_bound_codes();

      ${scoped('code_rolls', { region: 'region_code', enterprise: ['enterprise_id'], user: ['issued_to', 'made_by'] })}
      create policy system_sees_all on code_rolls to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger codes_bound_once on codes;
      drop function keep_bound_codes();
      drop index codes_current_of_machine, codes_roll;
      alter table codes drop column replace_reason, drop column replaced_at, drop column replaced_by, drop column roll_id;
      drop table code_rolls;
      drop sequence code_roll_numbers`);
  }
}
