import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 摸清底数: one row a machine and a welder with what is counted of them, kept by triggers, and counters of these rows
 * (docs/adr/0030). Only the platform itself reads these tables, each statement under the reach of its caller.
 */
export class CountTheInventory1796000600200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, SOURCES, REFRESH, COUNTING, TRIGGERS, FILL]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger inventory_made on machines; drop trigger inventory_changed on machines; drop trigger inventory_gone on machines;
      drop trigger inventory_made on welders; drop trigger inventory_changed on welders; drop trigger inventory_gone on welders;
      drop trigger inventory_made on certificates; drop trigger inventory_changed on certificates; drop trigger inventory_gone on certificates;
      drop trigger inventory_made on chip_bindings; drop trigger inventory_changed on chip_bindings; drop trigger inventory_gone on chip_bindings;
      drop trigger inventory_changed on enterprises;
      drop function keep_machines(); drop function keep_welders(); drop function keep_certificates(); drop function keep_bindings();
      drop function keep_industry(); drop function refresh_machines(text[]); drop function refresh_welders(text[]);
      drop function fold_inventory();
      drop view inventory_machine_source, inventory_welder_source;
      drop function machine_facets(inventory_machines); drop function welder_facets(inventory_welders);
      drop table inventory_machines, inventory_welders, inventory_counts, inventory_deltas, inventory_filters;
      drop function count_machines(); drop function count_welders()`);
  }
}

const TABLES = `
  create table inventory_machines (
    machine_id text primary key, region_code text collate "C" not null, enterprise_id text, owner_welder_id text, status text not null,
    process text not null, industry text not null, chip text not null check (chip in ('fitted', 'none', 'not-needed')), inspection_due_on date
  );
  create index inventory_machines_region on inventory_machines (region_code, machine_id);
  create index inventory_machines_status on inventory_machines (status, region_code, machine_id);
  create index inventory_machines_process on inventory_machines (process, region_code, machine_id);
  create index inventory_machines_industry on inventory_machines (industry, region_code, machine_id);
  create index inventory_machines_chip on inventory_machines (chip, region_code, machine_id);
  create index inventory_machines_enterprise on inventory_machines (enterprise_id, region_code, machine_id);
  create index inventory_machines_due on inventory_machines (inspection_due_on, region_code, machine_id);

  create table inventory_welders (
    welder_id text primary key, region_code text collate "C" not null, enterprise_id text, status text not null, industry text not null,
    certificate text not null check (certificate in ('held', 'unverified', 'void', 'none')), certificate_until date, training_until date,
    check ((certificate = 'held') = (certificate_until is not null))
  );
  create index inventory_welders_region on inventory_welders (region_code, welder_id);
  create index inventory_welders_status on inventory_welders (status, region_code, welder_id);
  create index inventory_welders_industry on inventory_welders (industry, region_code, welder_id);
  create index inventory_welders_certificate on inventory_welders (certificate, region_code, welder_id);
  create index inventory_welders_enterprise on inventory_welders (enterprise_id, region_code, welder_id);
  create index inventory_welders_until on inventory_welders (certificate_until, region_code, welder_id);

  create table inventory_counts (
    kind text not null, region_code text collate "C" not null, dimension text not null, value text not null, due_on date not null, n bigint not null,
    primary key (kind, region_code, dimension, value, due_on)
  );
  create table inventory_deltas (
    id bigint generated always as identity primary key, kind text not null, region_code text collate "C" not null,
    dimension text not null, value text not null, due_on date not null, n bigint not null
  );
  create table inventory_filters (
    id text primary key, user_id text not null references users, kind text not null check (kind in ('machine', 'welder')),
    name text not null check (length(name) between 1 and 40), query jsonb not null, created_at timestamptz not null,
    unique (user_id, kind, name)
  );
  revoke all on inventory_machines, inventory_welders, inventory_counts, inventory_deltas, inventory_filters from hanan_app;
  revoke insert, update, delete on inventory_machines, inventory_welders, inventory_counts, inventory_deltas from hanan_system`;

/** What a row of the inventory is made of. A person counts once: a claim on a known person is no welder of its own. */
const SOURCES = `
  create view inventory_machine_source as
    select m.id as machine_id, m.region_code, m.enterprise_id, m.owner_welder_id, m.status, m.process,
      coalesce(e.industry, 'other') as industry, m.inspection_due_on,
      case when exists (select 1 from chip_bindings b where b.machine_id = m.id and b.unbound_at is null) then 'fitted'
        when m.control = 'code-only' then 'not-needed' else 'none' end as chip
    from machines m left join enterprises e on e.id = m.enterprise_id;
  create view inventory_welder_source as
    select w.id as welder_id, w.region_code, w.enterprise_id, w.status, coalesce(e.industry, 'other') as industry,
      case when c.until is not null then 'held' when c.waiting then 'unverified' when c.void then 'void' else 'none' end as certificate,
      c.until as certificate_until, w.training_valid_to as training_until
    from welders w left join enterprises e on e.id = w.enterprise_id left join lateral (
      select max(valid_to) filter (where status = 'verified') as until, bool_or(status = 'unverified') as waiting,
        bool_or(status in ('revoked', 'forged')) as void
      from certificates where welder_id = w.id) c on true
    where w.same_person_as is null;
  revoke all on inventory_machine_source, inventory_welder_source from hanan_app`;

/**
 * The row is locked before it is computed: the statement that computes it sees what whoever held it before has committed.
 * The functions act as the owner with the system's scope, for whoever registers a machine sees a part of the register only.
 * The owner is no superuser and may not bind the setting to a function, so it is set and put back.
 */
const refresh = (things: string, table: string, key: string, columns: string): string => `
  create function refresh_${things}(changed text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare asked text := current_setting('hanan.scope', true);
  begin
    perform set_config('hanan.scope', 'system', true);
    perform 1 from ${table} where ${key} = any(changed) order by ${key} for update;
    insert into ${table} (${key}, ${columns}) select ${key}, ${columns} from ${table.replace(/s$/, '')}_source
      where ${key} = any(changed) order by ${key}
    on conflict (${key}) do update set (${columns}) = (${columns.replace(/(\w+)/g, 'excluded.$1')})
      where (${columns.replace(/(\w+)/g, `${table}.$1`)}) is distinct from (${columns.replace(/(\w+)/g, 'excluded.$1')});
    delete from ${table} t where ${key} = any(changed) and not exists (select 1 from ${table.replace(/s$/, '')}_source s where s.${key} = t.${key});
    perform set_config('hanan.scope', coalesce(asked, ''), true);
  end $$;`;
const REFRESH =
  refresh('machines', 'inventory_machines', 'machine_id', 'region_code, enterprise_id, owner_welder_id, status, process, industry, chip, inspection_due_on') + // prettier-ignore
  refresh('welders', 'inventory_welders', 'welder_id', 'region_code, enterprise_id, status, industry, certificate, certificate_until, training_until'); // prettier-ignore

/** Each row counts once in each dimension; what is scrapped counts by its status only. Changes are added as rows, so that nobody waits for a counter. */
const counting = (kind: string): string => `
  create function count_${kind}s() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      insert into inventory_deltas (kind, region_code, dimension, value, due_on, n)
      select '${kind}', x.region_code, f.dimension, f.value, f.due_on, count(*) from after_it x, ${kind}_facets(x) f group by 2, 3, 4, 5;
    elsif tg_op = 'DELETE' then
      insert into inventory_deltas (kind, region_code, dimension, value, due_on, n)
      select '${kind}', x.region_code, f.dimension, f.value, f.due_on, -count(*) from before_it x, ${kind}_facets(x) f group by 2, 3, 4, 5;
    else
      insert into inventory_deltas (kind, region_code, dimension, value, due_on, n)
      select '${kind}', region_code, dimension, value, due_on, sum(n) from (
        select x.region_code, f.dimension, f.value, f.due_on, 1 as n from after_it x, ${kind}_facets(x) f
        union all select x.region_code, f.dimension, f.value, f.due_on, -1 from before_it x, ${kind}_facets(x) f) both_sides
      group by 2, 3, 4, 5 having sum(n) <> 0;
    end if;
    return null;
  end $$;
  create trigger counted_in after insert on inventory_${kind}s referencing new table as after_it for each statement execute function count_${kind}s();
  create trigger counted_out after delete on inventory_${kind}s referencing old table as before_it for each statement execute function count_${kind}s();
  create trigger counted_over after update on inventory_${kind}s referencing old table as before_it new table as after_it
    for each statement execute function count_${kind}s();`;
const COUNTING = `
  create function machine_facets(m inventory_machines) returns table (dimension text, value text, due_on date) language sql immutable as $$
    select f.* from (values ('status', m.status, date 'infinity'), ('process', m.process, 'infinity'), ('industry', m.industry, 'infinity'),
      ('chip', m.chip, 'infinity'), ('inspection', case when m.inspection_due_on is null then 'none' else 'due' end, coalesce(m.inspection_due_on, 'infinity'))
    ) f(dimension, value, due_on) where m.status <> 'scrapped' or f.dimension = 'status' $$;
  create function welder_facets(w inventory_welders) returns table (dimension text, value text, due_on date) language sql immutable as $$
    select f.* from (values ('status', w.status, date 'infinity'), ('industry', w.industry, 'infinity'),
      ('employment', case when w.enterprise_id is null then 'self' else 'employed' end, 'infinity'),
      ('certificate', w.certificate, coalesce(w.certificate_until, 'infinity')),
      ('training', case when w.training_until is null then 'none' else 'due' end, coalesce(w.training_until, 'infinity'))
    ) f(dimension, value, due_on) $$;
  ${counting('machine')}
  ${counting('welder')}
  create function fold_inventory() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare folded_rows bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('fold_inventory', 0)) then return 0; end if;
    with taken as (delete from inventory_deltas returning kind, region_code, dimension, value, due_on, n),
    sums as (
      select kind, left(region_code, levels.digits) as region_code, dimension, value, due_on, sum(n) as n
      from taken, (values (0), (2), (4), (6), (9), (12)) levels(digits) where levels.digits <= length(region_code) group by 1, 2, 3, 4, 5),
    kept as (
      insert into inventory_counts as c select * from sums where n <> 0
      on conflict (kind, region_code, dimension, value, due_on) do update set n = c.n + excluded.n returning 1)
    select count(*) into folded_rows from taken;
    delete from inventory_counts where n = 0;
    return folded_rows;
  end $$;`;

/** Updates of other columns (a start, a stop, a photo) cost a comparison and nothing more. */
const keeping = (name: string, table: string, refreshed: string, key: string, columns: readonly string[]): string => `
  create function keep_${name}() returns trigger language plpgsql as $$
  declare changed text[];
  begin
    if tg_op = 'INSERT' then select array_agg(distinct ${key}) into changed from after_it;
    elsif tg_op = 'DELETE' then select array_agg(distinct ${key}) into changed from before_it;
    else select array_agg(distinct a.${key}) into changed from after_it a join before_it b using (id)
      where (${columns.map((column) => `a.${column}`).join(', ')}) is distinct from (${columns.map((column) => `b.${column}`).join(', ')});
    end if;
    if changed is not null then perform refresh_${refreshed}(changed); end if;
    return null;
  end $$;
  create trigger inventory_made after insert on ${table} referencing new table as after_it for each statement execute function keep_${name}();
  create trigger inventory_gone after delete on ${table} referencing old table as before_it for each statement execute function keep_${name}();
  create trigger inventory_changed after update on ${table} referencing old table as before_it new table as after_it
    for each statement execute function keep_${name}();`;
const TRIGGERS =
  keeping('machines', 'machines', 'machines', 'id', ['region_code', 'enterprise_id', 'owner_welder_id', 'status', 'process', 'control', 'inspection_due_on']) + // prettier-ignore
  keeping('bindings', 'chip_bindings', 'machines', 'machine_id', ['machine_id', 'unbound_at']) +
  keeping('welders', 'welders', 'welders', 'id', [
    'region_code',
    'enterprise_id',
    'status',
    'training_valid_to',
    'same_person_as',
  ]) + // prettier-ignore
  keeping('certificates', 'certificates', 'welders', 'welder_id', ['welder_id', 'status', 'valid_to']) +
  `create function keep_industry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare asked text := current_setting('hanan.scope', true);
  begin
    perform set_config('hanan.scope', 'system', true);
    perform refresh_machines(array(select id from machines where enterprise_id = new.id));
    perform refresh_welders(array(select id from welders where enterprise_id = new.id));
    perform set_config('hanan.scope', coalesce(asked, ''), true);
    return null;
  end $$;
  create trigger inventory_changed after update on enterprises for each row when (old.industry is distinct from new.industry)
    execute function keep_industry();`;

const FILL = `
  select set_config('hanan.scope', 'system', true);
  insert into inventory_machines (machine_id, region_code, enterprise_id, owner_welder_id, status, process, industry, chip, inspection_due_on)
    select machine_id, region_code, enterprise_id, owner_welder_id, status, process, industry, chip, inspection_due_on from inventory_machine_source;
  insert into inventory_welders (welder_id, region_code, enterprise_id, status, industry, certificate, certificate_until, training_until)
    select welder_id, region_code, enterprise_id, status, industry, certificate, certificate_until, training_until from inventory_welder_source;
  select fold_inventory()`;
