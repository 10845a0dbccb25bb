import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** Sites (场所): what holds at a place, entered by its enterprise and confirmed by an official; and what a permit took from them. */
export class CreateSites1795651500100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sites (
        id text primary key,
        name text not null,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        -- trade, kinds, area, openingHours as they stand now
        entered jsonb not null,
        -- the same as an official confirmed them: only these bind others
        confirmed jsonb,
        state text not null check (state in ('entered', 'confirmed', 'withdrawn')),
        -- entered, or changed by its enterprise since it was confirmed
        awaits_confirmation boolean not null,
        occupier_phone_sealed text,
        -- around all that is entered and confirmed
        south double precision not null check (south between -90 and 90),
        west double precision not null,
        north double precision not null check (north between south and 90),
        east double precision not null check (east >= west),
        entered_by text not null,
        confirmed_by text,
        confirmed_at timestamptz,
        withdrawn_by text,
        withdrawn_at timestamptz,
        withdrawn_because text,
        version int not null default 1,
        created_at timestamptz not null,
        check ((state = 'withdrawn') = (withdrawn_at is not null)),
        check (state <> 'confirmed' or confirmed is not null)
      );
      create index sites_enterprise on sites (enterprise_id);
      create index sites_around on sites (south, west) where state <> 'withdrawn';
      create index sites_to_confirm on sites (region_code, id) where awaits_confirmation;
      ${scoped('sites', { region: 'region_code', enterprise: ['enterprise_id'] })}
      create policy system_sees_all on sites to hanan_system using (true) with check (true);

      alter table permits
        add column site_ids text[] not null default '{}',
        add column site_kinds text[] not null default '{}',
        add column site_hours jsonb not null default '{}';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits drop column site_ids, drop column site_kinds, drop column site_hours;
      drop table sites;`);
  }
}
