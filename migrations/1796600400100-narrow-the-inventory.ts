import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists and counts of 10⁶ machines and welders (docs/adr/0030): indexes that answer a page without the table, and the sum
 * of all days, so that counts read the days of the next quarter only. An index is made in a few seconds for 10⁶ rows;
 * registrations wait for it.
 */
export class NarrowTheInventory1796600400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [INDEXES, TOTALS, TRIGGERS, FILL]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger totalled_in on inventory_counts; drop trigger totalled_out on inventory_counts;
      drop trigger totalled_over on inventory_counts;
      drop function total_days();
      drop table inventory_due_totals;
      drop index inventory_counts_days`);
    await db.query(INDEXES_BEFORE);
  }
}

/** Facets first, then in the order of the lists. Beside the key stands all that a list is narrowed by. */
const INDEXES = `
  create index inventory_machines_facets on inventory_machines (process, industry, chip, status, region_code, machine_id)
    include (enterprise_id, inspection_due_on);
  create index inventory_machines_by_region on inventory_machines (region_code, machine_id)
    include (status, process, industry, chip, enterprise_id, inspection_due_on);
  create index inventory_machines_days on inventory_machines (inspection_due_on, region_code, machine_id)
    include (status, process, industry, chip, enterprise_id);
  drop index inventory_machines_region, inventory_machines_process, inventory_machines_industry, inventory_machines_due;

  create index inventory_welders_facets on inventory_welders (certificate, industry, status, (enterprise_id is null), region_code, welder_id)
    include (enterprise_id, certificate_until, training_until);
  create index inventory_welders_by_region on inventory_welders (region_code, welder_id)
    include (status, industry, certificate, enterprise_id, certificate_until, training_until);
  create index inventory_welders_certificate_days on inventory_welders (certificate_until, region_code, welder_id)
    include (status, industry, certificate, enterprise_id, training_until);
  create index inventory_welders_training_days on inventory_welders (training_until, region_code, welder_id)
    include (status, industry, certificate, enterprise_id, certificate_until);
  drop index inventory_welders_region, inventory_welders_status, inventory_welders_industry, inventory_welders_certificate,
    inventory_welders_until`;

const INDEXES_BEFORE = `
  drop index inventory_machines_facets, inventory_machines_by_region, inventory_machines_days;
  create index inventory_machines_region on inventory_machines (region_code, machine_id);
  create index inventory_machines_process on inventory_machines (process, region_code, machine_id);
  create index inventory_machines_industry on inventory_machines (industry, region_code, machine_id);
  create index inventory_machines_due on inventory_machines (inspection_due_on, region_code, machine_id);
  drop index inventory_welders_facets, inventory_welders_by_region, inventory_welders_certificate_days, inventory_welders_training_days;
  create index inventory_welders_region on inventory_welders (region_code, welder_id);
  create index inventory_welders_status on inventory_welders (status, region_code, welder_id);
  create index inventory_welders_industry on inventory_welders (industry, region_code, welder_id);
  create index inventory_welders_certificate on inventory_welders (certificate, region_code, welder_id);
  create index inventory_welders_until on inventory_welders (certificate_until, region_code, welder_id)`;

/** How many things of a dimension have a day at all, whichever it is. */
const TOTALS = `
  create table inventory_due_totals (
    kind text not null, region_code text collate "C" not null, dimension text not null, n bigint not null,
    primary key (kind, region_code, dimension)
  );
  create index inventory_counts_days on inventory_counts (kind, region_code, due_on) include (dimension, value, n);
  revoke all on inventory_due_totals from hanan_app;
  revoke insert, update, delete on inventory_due_totals from hanan_system`;

const CHANGED = {
  INSERT: 'select kind, region_code, dimension, due_on, n from after_it',
  DELETE: 'select kind, region_code, dimension, due_on, -n as n from before_it',
} as const;

const add = (changed: string): string => `
  insert into inventory_due_totals as t (kind, region_code, dimension, n)
  select kind, region_code, dimension, sum(n) from (${changed}) c where due_on <> 'infinity' group by 1, 2, 3 having sum(n) <> 0
  on conflict (kind, region_code, dimension) do update set n = t.n + excluded.n;`;

/** Triggers rather than a part of the fold: whichever version of it writes a counter, the sum follows. */
const TRIGGERS = `
  create function total_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then ${add(CHANGED.INSERT)}
    elsif tg_op = 'DELETE' then ${add(CHANGED.DELETE)}
    else ${add(`${CHANGED.INSERT} union all ${CHANGED.DELETE}`)}
    end if;
    return null;
  end $$;
  create trigger totalled_in after insert on inventory_counts referencing new table as after_it for each statement execute function total_days();
  create trigger totalled_out after delete on inventory_counts referencing old table as before_it for each statement execute function total_days();
  create trigger totalled_over after update on inventory_counts referencing old table as before_it new table as after_it
    for each statement execute function total_days()`;

const FILL = `
  select set_config('hanan.scope', 'system', true);
  insert into inventory_due_totals (kind, region_code, dimension, n)
    select kind, region_code, dimension, sum(n) from inventory_counts where due_on <> 'infinity' group by 1, 2, 3`;
