import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Jobs, attempts and findings of each day, by region: what the overview shows of two weeks without reading two weeks; and
 * how many chips were heard of lately, by region and as of a moment.
 * (docs/adr/0030). Kept by triggers as changes, which a timer adds to the sums.
 */
export class AddUpDays1796200700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, DECISIONS, JOBS, VIOLATIONS, FOLD, FILL]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger added_up on decisions; drop trigger added_up on jobs; drop trigger added_up_anew on jobs;
      drop trigger added_up on violations; drop trigger added_up_anew on violations;
      drop function add_up_decision(); drop function add_up_job(); drop function add_up_violation();
      drop function fold_day_figures();
      drop index jobs_enterprise, decisions_refused, inventory_counts_towns;
      drop table day_figures, day_figure_deltas, chip_presence`);
  }
}

const TABLES = `
  create table day_figures (
    measure text not null, region_code text collate "C" not null, day date not null, n bigint not null,
    primary key (region_code, day, measure)
  );
  create table day_figure_deltas (
    id bigint generated always as identity primary key,
    measure text not null check (measure in ('jobs', 'allowed', 'refused', 'violations', 'off-platform')),
    region_code text collate "C" not null, day date not null, n bigint not null
  );
  create table chip_presence (
    region_code text collate "C" primary key, heard int not null, silent int not null, counted_at timestamptz not null
  );
  create index jobs_enterprise on jobs (enterprise_id, reserved_at) where enterprise_id is not null;
  create index decisions_refused on decisions (at) where not allowed and purpose <> 'dry-run';
  create index inventory_counts_towns on inventory_counts (region_code, kind, dimension) include (value, due_on, n)
    where length(region_code) <= 9;
  revoke all on day_figures, day_figure_deltas, chip_presence from hanan_app;
  revoke insert, update, delete on day_figures, day_figure_deltas from hanan_system`;

/** Written out in each function: a call of a function in SQL would cost each attempt more than the row itself. */
const add = (measure: string, row: 'new' | 'old', at: string, n: 1 | -1): string =>
  `insert into day_figure_deltas (measure, region_code, day, n)
    values (${measure}, ${row}.region_code, (${row}.${at} at time zone 'Asia/Shanghai')::date, ${n});`;

const body = (name: string, statements: string): string => `
  create function ${name}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    ${statements}
    return null;
  end $$;`;

/** Decisions are only ever added. */
const DECISIONS = `
  ${body('add_up_decision', add("case when new.allowed then 'allowed' else 'refused' end", 'new', 'at', 1))}
  create trigger added_up after insert on decisions for each row
    when (new.purpose <> 'dry-run') execute function add_up_decision()`;

/** A job that failed was never under way. */
const JOBS = `
  ${body(
    'add_up_job',
    `if tg_op = 'UPDATE' and old.state <> 'failed' then ${add("'jobs'", 'old', 'reserved_at', -1)} end if;
    if new.state <> 'failed' then ${add("'jobs'", 'new', 'reserved_at', 1)} end if;`,
  )}
  create trigger added_up after insert on jobs for each row when (new.state <> 'failed') execute function add_up_job();
  create trigger added_up_anew after update on jobs for each row
    when ((old.state = 'failed', old.region_code, old.reserved_at) is distinct from (new.state = 'failed', new.region_code, new.reserved_at))
    execute function add_up_job()`;

/** A finding that was withdrawn is none. */
const VIOLATIONS = `
  ${body(
    'add_up_violation',
    `if tg_op = 'UPDATE' and old.certainty <> 'withdrawn' then
      ${add("'violations'", 'old', 'found_at', -1)}
      if old.kind = 'off-platform' then ${add("'off-platform'", 'old', 'found_at', -1)} end if;
    end if;
    if new.certainty <> 'withdrawn' then
      ${add("'violations'", 'new', 'found_at', 1)}
      if new.kind = 'off-platform' then ${add("'off-platform'", 'new', 'found_at', 1)} end if;
    end if;`,
  )}
  create trigger added_up after insert on violations for each row execute function add_up_violation();
  create trigger added_up_anew after update on violations for each row
    when ((old.certainty = 'withdrawn', old.kind, old.region_code, old.found_at)
      is distinct from (new.certainty = 'withdrawn', new.kind, new.region_code, new.found_at))
    execute function add_up_violation()`;

/** Each region also holds what lies below it; the empty code is the country. */
const FOLD = `
  create function fold_day_figures() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare folded_rows bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('fold_day_figures', 0)) then return 0; end if;
    with taken as (delete from day_figure_deltas returning measure, region_code, day, n),
    sums as (
      select measure, left(region_code, levels.digits) as region_code, day, sum(n) as n
      from taken, (values (0), (2), (4), (6), (9), (12)) levels(digits) where levels.digits <= length(region_code) group by 1, 2, 3),
    kept as (
      insert into day_figures as d (measure, region_code, day, n) select measure, region_code, day, n from sums where n <> 0
      on conflict (region_code, day, measure) do update set n = d.n + excluded.n returning 1)
    select count(*) into folded_rows from taken;
    return folded_rows;
  end $$`;

const FILL = `
  select set_config('hanan.scope', 'system', true);
  insert into day_figure_deltas (measure, region_code, day, n)
    select 'jobs', region_code, (reserved_at at time zone 'Asia/Shanghai')::date, count(*) from jobs where state <> 'failed' group by 1, 2, 3
    union all
    select case when allowed then 'allowed' else 'refused' end, region_code, (at at time zone 'Asia/Shanghai')::date, count(*)
      from decisions where purpose <> 'dry-run' group by 1, 2, 3
    union all
    select m.measure, region_code, (found_at at time zone 'Asia/Shanghai')::date, count(*)
      from violations v, (values ('violations'), ('off-platform')) m(measure)
      where certainty <> 'withdrawn' and (m.measure = 'violations' or v.kind = m.measure) group by 1, 2, 3;
  select fold_day_figures()`;
