import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names and numbers are found however they were typed: full width, small letters, blanks, kinds of dashes and dots. What
 * was typed stays for show. One machine is registered once by one owner; other owners may have one of the same number.
 */
export class CompareTypedText1795700800100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      select set_config('hanan.scope', 'system', true);
      create function folded(text) returns text language sql immutable strict parallel safe as $$
        select translate(regexp_replace(lower(normalize($1, NFKC)), '[\\s·•・‧∙⋅]', '', 'g'), '‐‑‒–—―−', '-------')
      $$;
      grant execute on function folded(text) to hanan_app;

      alter table welders add column name_folded text generated always as (folded(name)) stored;
      alter table welders add column id_kind text not null default 'resident'
        check (id_kind in ('resident', 'home-return', 'taiwan', 'permanent-residence', 'passport'));
      create index welders_name on welders (name_folded text_pattern_ops);
      alter table enterprises add column name_folded text generated always as (folded(name)) stored;

      alter table machines add column model_folded text generated always as (folded(model)) stored,
        add column serial_folded text generated always as (folded(serial_number)) stored,
        add column warnings text[] not null default '{}',
        -- registered under two spellings before these were compared: somebody has to look at them
        add column spelt_twice boolean not null default false;
      update machines set spelt_twice = true where id in (
        select id from (select id, row_number() over (
            partition by coalesce(enterprise_id, owner_welder_id, ''), model_folded, serial_folded order by id) as nth
          from machines where serial_number is not null and status <> 'scrapped') as spelt
        where nth > 1);
      drop index machines_serial;
      create unique index machines_serial on machines (coalesce(enterprise_id, owner_welder_id, ''), model_folded, serial_folded)
        where serial_number is not null and status <> 'scrapped' and not spelt_twice;
      create index machines_same_serial on machines (serial_folded, model_folded) where serial_number is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index machines_same_serial, machines_serial, welders_name;
      create unique index machines_serial on machines (model, serial_number)
        where serial_number is not null and status <> 'scrapped';
      alter table machines drop column spelt_twice, drop column warnings, drop column serial_folded, drop column model_folded;
      alter table enterprises drop column name_folded;
      alter table welders drop column id_kind, drop column name_folded;
      drop function folded(text);
    `);
  }
}
