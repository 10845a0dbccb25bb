import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { selfCheckRules } from './dated/self-check-rules';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;
const TABLES = ['self_checks', 'self_check_answers', 'self_check_findings'] as const;

/** 企业自查: one check for each enterprise and period, led and signed by its principal. What was signed stays. */
export class CheckOurselves1796300300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table self_checks (
        id text primary key,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        period_from date not null,
        period_to date not null,
        due_on date not null,
        opened_at timestamptz not null,
        led_by text references users,
        signed_name text check (length(btrim(signed_name)) >= 2),
        signature_id text references files,
        signed_at timestamptz,
        unique (enterprise_id, period_from),
        check (period_to >= period_from and due_on >= period_to),
        check (num_nonnulls(led_by, signed_name, signature_id, signed_at) in (0, 4))
      );
      create index self_checks_region on self_checks (region_code, id desc);
      create index self_checks_enterprise on self_checks (enterprise_id, id desc);
      create index self_checks_open on self_checks (region_code, due_on) where signed_at is null;
      create index self_checks_leaders on self_checks (led_by) where led_by is not null;
      create index self_checks_signature on self_checks (signature_id) where signature_id is not null;

      create table self_check_answers (
        check_id text not null references self_checks,
        code text not null,
        answer text not null check (answer in ('yes', 'no', 'not-applicable')),
        note text check (length(note) <= 500),
        photo_ids text[] not null default '{}' check (cardinality(photo_ids) <= 6),
        answered_by text not null references users,
        answered_at timestamptz not null,
        primary key (check_id, code),
        check (answer <> 'no' or length(btrim(note)) > 0)
      );
      create index self_check_answers_by on self_check_answers (answered_by);
      create index self_check_answers_photos on self_check_answers using gin (photo_ids);

      create table self_check_findings (
        violation_id text primary key references violations,
        check_id text not null references self_checks,
        code text not null,
        unique (check_id, code)
      );

      create function keep_signed_self_check() returns trigger language plpgsql as $$
        begin
          if old.signed_at is not null then
            raise exception 'a signed self-check is not changed' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger self_checks_kept before update on self_checks for each row execute function keep_signed_self_check();
      create function keep_signed_answers() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from self_checks c where c.id = new.check_id and c.signed_at is not null) then
            raise exception 'answers of a signed self-check are not changed' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger self_check_answers_kept before insert or update on self_check_answers
        for each row execute function keep_signed_answers();
      revoke delete, truncate on ${TABLES.join(', ')} from hanan_app, hanan_system;

      ${scoped('self_checks', { region: 'region_code', enterprise: ['enterprise_id'] })}
      ${scopedBy('self_check_answers', 'self_checks', 'check_id')}
      ${scopedBy('self_check_findings', 'self_checks', 'check_id')}
      ${TABLES.map(bySystem).join('\n')}`);
    await addDatedRules(db, selfCheckRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, selfCheckRules);
    await db.query(`
      drop table self_check_findings, self_check_answers, self_checks;
      drop function keep_signed_answers();
      drop function keep_signed_self_check();`);
  }
}
