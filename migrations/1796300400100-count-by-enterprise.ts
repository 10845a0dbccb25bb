import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The days of the overview (docs/adr/0030) for each enterprise, too: counting a large enterprise's attempts took 300 ms.
 * One change still is one row, which now names the enterprise; what an enterprise did in several regions is kept by region.
 */
export class CountByEnterprise1796300400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [
      TABLES,
      FUNCTIONS(true),
      DECISIONS_ANEW,
      JOBS_ANEW(true),
      CASES_ANEW(true),
      FOLD_BOTH,
      FILL,
      INDEXES,
    ])
      await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger added_up_anew on decisions');
    await db.query(FUNCTIONS(false));
    await db.query(JOBS_ANEW(false));
    await db.query(CASES_ANEW(false));
    await db.query(FOLD_REGIONS);
    await db.query(`
      drop index violation_history_given, decisions_refused_enterprise;
      drop table enterprise_day_figures;
      alter table day_figure_deltas drop column enterprise_id`);
  }
}

const TABLES = `
  alter table day_figure_deltas add column enterprise_id text;
  create table enterprise_day_figures (
    enterprise_id text not null, region_code text collate "C" not null, day date not null, measure text not null, n bigint not null,
    primary key (enterprise_id, day, measure, region_code)
  );
  revoke all on enterprise_day_figures from hanan_app;
  revoke insert, update, delete on enterprise_day_figures from hanan_system`;

const INDEXES = `
  create index violation_history_given on violation_history (at) where command in ('assign', 'reopen');
  create index decisions_refused_enterprise on decisions (enterprise_id, at)
    where not allowed and purpose <> 'dry-run' and enterprise_id is not null`;

/** Written out in each function: a call of a function in SQL would cost each attempt more than the row itself. */
const add = (named: boolean, measure: string, row: 'new' | 'old', at: string, n: 1 | -1): string =>
  `insert into day_figure_deltas (measure, region_code, day, n${named ? ', enterprise_id' : ''})
    values (${measure}, ${row}.region_code, (${row}.${at} at time zone 'Asia/Shanghai')::date, ${n}${named ? `, ${row}.enterprise_id` : ''});`;

const body = (name: string, statements: string): string => `
  create or replace function ${name}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    ${statements}
    return null;
  end $$;`;

const answerOf = (row: 'new' | 'old'): string => `case when ${row}.allowed then 'allowed' else 'refused' end`;

const FUNCTIONS = (named: boolean): string =>
  [
    body(
      'add_up_decision',
      `${named ? `if tg_op = 'UPDATE' then ${add(named, answerOf('old'), 'old', 'at', -1)} end if;` : ''}
      ${add(named, answerOf('new'), 'new', 'at', 1)}`,
    ),
    body(
      'add_up_job',
      `if tg_op = 'UPDATE' and old.state <> 'failed' then ${add(named, "'jobs'", 'old', 'reserved_at', -1)} end if;
      if new.state <> 'failed' then ${add(named, "'jobs'", 'new', 'reserved_at', 1)} end if;`,
    ),
    body(
      'add_up_violation',
      `if tg_op = 'UPDATE' and old.certainty <> 'withdrawn' then
        ${add(named, "'violations'", 'old', 'found_at', -1)}
        if old.kind = 'off-platform' then ${add(named, "'off-platform'", 'old', 'found_at', -1)} end if;
      end if;
      if new.certainty <> 'withdrawn' then
        ${add(named, "'violations'", 'new', 'found_at', 1)}
        if new.kind = 'off-platform' then ${add(named, "'off-platform'", 'new', 'found_at', 1)} end if;
      end if;`,
    ),
  ].join('\n');

/** A decision that lost a race is saved again, as refused: until now it stayed among the allowed ones. */
const DECISIONS_ANEW = `
  create trigger added_up_anew after update on decisions for each row
    when (new.purpose <> 'dry-run' and old.allowed is distinct from new.allowed) execute function add_up_decision()`;

/** Which changes of a row are a change of its sums. */
const anew = (table: string, procedure: string, columns: readonly string[]): string => `
  drop trigger added_up_anew on ${table};
  create trigger added_up_anew after update on ${table} for each row
    when ((${columns.map((one) => `old.${one}`).join(', ')}) is distinct from (${columns.map((one) => `new.${one}`).join(', ')}))
    execute function ${procedure}()`;
const JOBS_ANEW = (named: boolean): string =>
  anew('jobs', 'add_up_job', [`state = 'failed'`, 'region_code', 'reserved_at', ...(named ? ['enterprise_id'] : [])]);
const CASES_ANEW = (named: boolean): string =>
  anew('violations', 'add_up_violation', [`certainty = 'withdrawn'`, 'kind', 'region_code', 'found_at', ...(named ? ['enterprise_id'] : [])]); // prettier-ignore

const folding = (taken: string, sums: string): string => `
  create or replace function fold_day_figures() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
  declare folded_rows bigint;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('fold_day_figures', 0)) then return 0; end if;
    with taken as (delete from day_figure_deltas returning measure, region_code, day, n${taken}),
    sums as (
      select measure, left(region_code, levels.digits) as region_code, day, sum(n) as n
      from taken, (values (0), (2), (4), (6), (9), (12)) levels(digits) where levels.digits <= length(region_code) group by 1, 2, 3),
    kept as (
      insert into day_figures as d (measure, region_code, day, n) select measure, region_code, day, n from sums where n <> 0
      on conflict (region_code, day, measure) do update set n = d.n + excluded.n returning 1)
    ${sums}
    select count(*) into folded_rows from taken;
    return folded_rows;
  end $$`;

const FOLD_REGIONS = folding('', '');
/** A region's sum also holds what lies below it; of an enterprise each place is kept by itself. */
const FOLD_BOTH = folding(
  ', enterprise_id',
  `, of_enterprises as (
      insert into enterprise_day_figures as d (enterprise_id, region_code, day, measure, n)
      select enterprise_id, region_code, day, measure, sum(n) from taken where enterprise_id is not null group by 1, 2, 3, 4 having sum(n) <> 0
      on conflict (enterprise_id, day, measure, region_code) do update set n = d.n + excluded.n returning 1)`,
);

/** What happened before, straight into the sums: the changes that wait name no enterprise, so that nothing counts twice. */
const FILL = `
  select set_config('hanan.scope', 'system', true);
  insert into enterprise_day_figures (enterprise_id, region_code, day, measure, n)
    select enterprise_id, region_code, (reserved_at at time zone 'Asia/Shanghai')::date, 'jobs', count(*) from jobs
      where state <> 'failed' and enterprise_id is not null group by 1, 2, 3
    union all
    select enterprise_id, region_code, (at at time zone 'Asia/Shanghai')::date, case when allowed then 'allowed' else 'refused' end as measure, count(*)
      from decisions where purpose <> 'dry-run' and enterprise_id is not null group by 1, 2, 3, 4
    union all
    select enterprise_id, region_code, (found_at at time zone 'Asia/Shanghai')::date, m.measure, count(*)
      from violations v, (values ('violations'), ('off-platform')) m(measure)
      where certainty <> 'withdrawn' and enterprise_id is not null and (m.measure = 'violations' or v.kind = m.measure) group by 1, 2, 3, 4`;
