import type { Queries } from '../kit/queries';

const CHUNK = 50_000;

/** A county's register in bulk: in all its villages, owned by a thousand enterprises, days of checks and cards spread over two years. */
export async function insertBulkRegister(
  db: Queries,
  { rows, say }: { readonly rows: number; readonly say: (line: string) => void },
): Promise<void> {
  // real villages where they are known, else twenty made up in each town
  await db.query(
    `insert into regions (code, name, parent)
     select t.code || (200 + n)::text, '村' || n, t.code from regions t, generate_series(0, 19) n
     where t.code like '411003%' and length(t.code) = 9 and not exists (select 1 from regions v where v.parent = t.code)`,
  );
  await db.query(
    `create temporary table villages as select code, row_number() over (order by code) - 1 as n, count(*) over () as total
     from regions where code like '411003%' and length(code) = 12`,
  );
  await db.query(
    `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
     select 'B' || lpad(i::text, 6, '0'), '批量企业' || i, 'company',
       (array['chemical', 'construction', 'manufacturing', 'commerce', 'catering', 'repair', 'public', 'other'])[1 + i % 8], '411003', '批量', 'x', now()
     from generate_series(0, 999) i`,
  );
  for (let from = 0; from < rows; from += CHUNK) {
    const range = [from, Math.min(from + CHUNK, rows) - 1];
    // the triggers would compute a row of the inventory with each of its parts
    await db.query('set session_replication_role = replica');
    for (const part of [MACHINES, WELDERS, CARDS, CHIPS, BINDINGS]) await db.query(part, range);
    await db.query('set session_replication_role = origin');
    for (const whole of COUNTED) await db.query(whole, range);
    await db.query('select fold_inventory()');
    say(`${range[1]! + 1} of ${rows}`);
  }
  await db.query('vacuum analyze');
}

const MACHINES = `
  insert into machines (id, code, serial_number, model, process, control, enterprise_id, region_code, status, inspection_due_on, created_at)
  select 'M' || lpad(i::text, 9, '0'), 'BM' || i, 'SN' || i, 'ZX7-400',
    (array['MMA', 'GMAW', 'GTAW', 'SAW', 'PAW', 'LASER', 'GAS', 'PLASMA', 'RESISTANCE', 'BRAZING'])[1 + i % 10], 'cut',
    'B' || lpad((i % 1000)::text, 6, '0'), v.code,
    case when i % 1000 = 7 then 'lost' when i % 50 = 3 then 'suspended' when i % 40 = 1 then 'scrapped' else 'in-service' end,
    case when i % 20 = 0 then null else current_date - 30 + (i::bigint * 7919 % 730)::int end, now()
  from generate_series($1::int, $2::int) i join villages v on v.n = i % v.total`;

const WELDERS = `
  insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
    region_code, enterprise_id, code, training_valid_to, created_at)
  select 'W' || lpad(i::text, 9, '0'), '批量焊工' || i, 'x', 'h' || i, 'x', 'x', 'p' || i, 'x', v.code,
    case when i % 3 = 0 then null else 'B' || lpad((i % 1000)::text, 6, '0') end, 'BW' || i,
    case when i % 2 = 0 then null else current_date + (i::bigint * 31 % 400)::int end, now()
  from generate_series($1::int, $2::int) i join villages v on v.n = i % v.total`;

const CARDS = `
  insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on, valid_from, valid_to,
    status, created_at)
  select 'C' || i, 'W' || lpad(i::text, 9, '0'), 'special-operation', 'x', 'c' || i, 'x', '{fusion}', '批量', '2020-01-01', '2020-01-01',
    current_date - 60 + (i::bigint * 104729 % 2000)::int, case when i % 10 = 0 then 'unverified' else 'verified' end, now()
  from generate_series($1::int, $2::int) i`;

const CHIPS = `
  insert into chips (chip_no, secret_sealed, model, batch, imported_at)
  select 'HNBULK' || lpad(i::text, 8, '0'), 'x', 'H2', 'bulk', now() from generate_series($1::int, $2::int) i where i % 3 <> 0`;

const BINDINGS = `
  insert into chip_bindings (id, chip_no, machine_id, bound_at)
  select 'B' || i, 'HNBULK' || lpad(i::text, 8, '0'), 'M' || lpad(i::text, 9, '0'), now()
  from generate_series($1::int, $2::int) i where i % 3 <> 0`;

const keys = (letter: string): string =>
  `array(select '${letter}' || lpad(i::text, 9, '0') from generate_series($1::int, $2::int) i)`;

const COUNTED = [`select refresh_machines(${keys('M')})`, `select refresh_welders(${keys('W')})`];
