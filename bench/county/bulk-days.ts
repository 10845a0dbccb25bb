import type { Queries } from '../kit/queries';

const DAYS = 14;

/** Two weeks of work on a bulk register: a tenth of the machines works each day, one attempt in twenty is refused, chips report. */
export async function insertBulkDays(
  db: Queries,
  { rows, say }: { readonly rows: number; readonly say: (line: string) => void },
): Promise<void> {
  await db.query(
    `insert into chip_states (chip_no, last_seen_at, silent_since)
     select chip_no, now() - random() * interval '5 hours', case when random() < 0.001 then now() end from chips`,
  );
  const daily = Math.ceil(rows / 10);
  for (let day = 0; day < DAYS; day += 1) {
    await db.query(DECISIONS, [day, daily, rows]);
    await db.query(JOBS, [day, daily, rows]);
    await db.query(VIOLATIONS, [day, Math.ceil(daily / 100), rows]);
    await db.query('select fold_day_figures()');
    say(`day ${day + 1} of ${DAYS}`);
  }
  await db.query('vacuum analyze');
}

/** Spread over the hours before now of that day. */
const AT = `now() - $1::int * interval '1 day' - random() * interval '8 hours'`;
const MACHINE = `machines m on m.id = 'M' || lpad(((i::bigint * 7919 + $1::int * 104729) % $3::int)::text, 9, '0')`;

const DECISIONS = `
  insert into decisions (id, at, purpose, machine_id, region_code, enterprise_id, allowed, finding_codes, findings, facts, rule_version)
  select 'D' || $1::int || '-' || i, ${AT}, 'start', m.id, m.region_code, m.enterprise_id, i % 20 <> 0,
    case when i % 20 = 0 then '{permit.expired}'::text[] else '{}' end,
    case when i % 20 = 0 then '[{"code": "permit.expired", "severity": "block", "params": {}}]'::jsonb else '[]' end,
    jsonb_build_object('machine', m.id, 'filler', repeat('x', 600)), 'bench'
  from generate_series(0, $2::int - 1) i join ${MACHINE}`;

const JOBS = `
  insert into jobs (id, machine_id, control, welder_id, region_code, enterprise_id, source, state, reserved_at, ended_at, work_until, idle_limit_s)
  select 'J' || $1::int || '-' || i, m.id, 'cut', 'W' || right(m.id, 9), m.region_code, m.enterprise_id, 'online', 'finished', ${AT}, now(), now(), 0
  from generate_series(0, $2::int - 1) i join ${MACHINE}`;

const VIOLATIONS = `
  insert into violations (id, kind, grade, severity, state, certainty, source, cause, region_code, enterprise_id, description, evidence, photo_ids,
    found_at, last_at, raised_at)
  select 'V' || $1::int || '-' || i, case when i % 3 = 0 then 'off-platform' else 'no-permit' end, 'hazard', 2,
    case when i % 4 = 0 then 'open' else 'closed' end, 'confirmed', 'detector', 'V' || $1::int || '-' || i, m.region_code, m.enterprise_id, 'x', '{}', '{}',
    ${AT}, now(), now()
  from generate_series(0, $2::int - 1) i join ${MACHINE}`;
