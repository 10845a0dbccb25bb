import type { Client } from 'pg';
import type { Counted, Figure } from '../../../src/domain/reports/figures';
import { shanghaiDate, type Period } from '../../../src/kernel/time';

/** What is counted: a pattern of `like` for the region code, and a trade or all of them. */
export interface Asked extends Period {
  readonly regions: string;
  readonly industry: string | null;
}

/** In all statements: `$1` to `$2` is the period, `$3` its last day in China, `$4` the regions, `$5` the trade. */
const here = (row: string): string => `${row}.region_code like $4 and ($5::text is null
  or $5 = coalesce((select industry from enterprises where id = ${row}.enterprise_id), 'other'))`;
const inPeriod = (time: string): string => `(${time} >= $1 and ${time} < $2)`;
/** False where a time is empty. */
const hadCome = (time: string): string => `coalesce(${time} < $2, false)`;
const dayBegins = (day: string): string => `((${day})::text || ' 00:00:00+08')::timestamptz`;

const livingMachines = `select id from machines m where ${here('m')} and m.created_at < $2 and (m.status <> 'scrapped' or not ${hadCome('coalesce(m.out_since, m.created_at)')})`;
const fittedMachines = `select machine_id from chip_bindings where bound_at < $2 and not ${hadCome('unbound_at')}`;
const people = `select id from welders w where ${here('w')} and w.same_person_as is null and w.created_at < $2`;
const cases = `select * from violations v where ${here('v')} and v.certainty in ('provisional', 'confirmed')`;
const firstGiven = `select distinct on (violation_id) violation_id, at from violation_history where command = 'assign' order by violation_id, id`;
const checks = `select * from self_checks s where ${here('s')}`;
const runningChecks = `${checks} and $3 between s.period_from and s.period_to and s.opened_at < $2`;

/** Each figure counted anew from the whole tables, said without a word of the report's own statement. */
const FULL: Readonly<Record<Counted, string>> = {
  machines: `select count(*) from (${livingMachines}) a`,
  'machines-registered': `select count(*) from machines m where ${here('m')} and ${inPeriod('m.created_at')}`,
  'machines-fitted': `select count(*) from (${livingMachines}) a where id in (${fittedMachines})`,
  'machines-to-fit': `select count(*) from (${livingMachines}) a
    where id in (${fittedMachines}) or (select control from machines where id = a.id) in ('cut', 'sense')`,
  'chips-fitted': `select count(*) from chip_bindings where ${inPeriod('bound_at')} and machine_id in (select id from machines m where ${here('m')})`,
  welders: `select count(*) from (${people}) a`,
  'welders-registered': `select count(*) from welders w where ${here('w')} and w.same_person_as is null and ${inPeriod('w.created_at')}`,
  'welders-certified': `select count(*) from (${people}) a where id in (select welder_id from certificates
    where verified_at < $2 and not ${hadCome('revoked_at')} and $3 between valid_from and valid_to)`,
  'certificates-verified': `select count(*) from certificates where ${inPeriod('verified_at')} and welder_id in (select id from welders w where ${here('w')})`,
  'welders-trained': `select count(*) from (${people}) a where id in (select welder_id from training_passes where passed_at < $2 and valid_to >= $3)`,
  'trainings-passed': `select count(*) from training_passes where ${inPeriod('passed_at')} and welder_id in (select id from welders w where ${here('w')})`,
  'permits-issued': `select count(*) from permits p where ${here('p')} and ${inPeriod('p.issued_at')}`,
  jobs: `select count(*) from jobs j where ${here('j')} and j.state in ('reserved', 'running', 'finished', 'stopped') and ${inPeriod('j.reserved_at')}`,
  refused: `select count(*) from decisions d where ${here('d')} and d.allowed = false and d.purpose in ('start', 'handover', 'offline-code') and ${inPeriod('d.at')}`,
  'off-platform': `select count(*) from (${cases}) v where kind = 'off-platform' and ${inPeriod('found_at')}`,
  found: `select count(*) from (${cases}) v where ${inPeriod('found_at')}`,
  responded: `select count(*) from (${firstGiven}) f where ${inPeriod('at')} and violation_id in (select id from (${cases}) v)`,
  'response-seconds': `select coalesce(sum(floor(extract(epoch from f.at - v.raised_at))), 0)
    from (${firstGiven}) f join (${cases}) v on v.id = f.violation_id where ${inPeriod('f.at')}`,
  'falsely-rectified': `select count(*) from violation_history where command = 'reopen' and ${inPeriod('at')} and violation_id in (select id from (${cases}) v)`,
  closed: `select count(*) from (${cases}) v where ${inPeriod('closed_at')}`,
  'closed-late': `select count(*) from (${cases}) v where ${inPeriod('closed_at')} and due_at < closed_at`,
  'closing-seconds': `select coalesce(sum(floor(extract(epoch from closed_at - raised_at))), 0) from (${cases}) v where ${inPeriod('closed_at')}`,
  open: `select count(*) from (${cases}) v where found_at < $2 and not ${hadCome('closed_at')}`,
  overdue: `select count(*) from (${cases}) v where found_at < $2 and not ${hadCome('closed_at')} and ${hadCome('due_at')}`,
  'self-checks-due': `select count(*) from (${runningChecks}) s`,
  'self-checks-done': `select count(*) from (${runningChecks}) s where ${hadCome('signed_at')}`,
  'self-checks-signed': `select count(*) from (${checks}) s where ${inPeriod('signed_at')}`,
  'self-checks-late': `select count(*) from (${checks}) s where ${inPeriod('signed_at')} and signed_at >= ${dayBegins('due_on + 1')}`,
  'self-checks-overdue': `select count(*) from (${checks}) s where ${dayBegins('due_on + 1')} <= $2 and not ${hadCome('signed_at')}`,
  'self-check-findings': `select count(*) from self_check_findings where violation_id in (select id from (${cases}) v where ${inPeriod('found_at')})`,
  'drills-held': `select count(*) from drills d where ${here('d')} and ${inPeriod(dayBegins('d.held_on'))}`,
}; // prettier-ignore

/** Parts and wholes of shares and averages, said a second time. */
const DIVIDED: Readonly<Partial<Record<Figure, (n: Record<Counted, number>) => readonly [number, number]>>> = {
  'chip-share': (n) => [n['machines-fitted'], n['machines-to-fit']],
  'certified-share': (n) => [n['welders-certified'], n.welders],
  'trained-share': (n) => [n['welders-trained'], n.welders],
  'off-platform-share': (n) => [n['off-platform'], n['off-platform'] + n.jobs],
  'in-time-share': (n) => [n.closed - n['closed-late'], n.closed],
  'self-check-share': (n) => [n['self-checks-done'], n['self-checks-due']],
  'response-hours': (n) => [n['response-seconds'] / 3600, n.responded],
  'closing-hours': (n) => [n['closing-seconds'] / 3600, n.closed],
};

/** Every figure of a report for one period, region and trade, by plain SQL. */
export async function fullCount(
  client: Client,
  { from, to, regions, industry }: Asked,
): Promise<Record<Figure, number | null>> {
  const { rows } = await client.query<Record<Counted, number>>(
    `select ${Object.entries(FULL).map(([figure, count]) => `(${count})::float8 as "${figure}"`).join(', ')}`,
    [new Date(from), new Date(to), shanghaiDate(to - 1), regions, industry],
  ); // prettier-ignore
  const counts = rows[0]!;
  const divided = Object.entries(DIVIDED).map(([figure, of]) => {
    const [part, whole] = of(counts);
    return [figure, whole === 0 ? null : part / whole];
  });
  return { ...counts, ...(Object.fromEntries(divided) as Record<Figure, number | null>) };
}

interface Late {
  readonly id: string;
  readonly daysLate: number;
}

/** What a report names one by one: cases past their due date at a moment, the oldest due date first. */
export async function fullOverdue(client: Client, at: number, regions: string): Promise<Late[]> {
  const { rows } = await client.query<Late>(
    `select id, floor(extract(epoch from $1::timestamptz - due_at) / 86400)::int as "daysLate" from violations
     where region_code like $2 and certainty in ('provisional', 'confirmed') and found_at < $1 and due_at < $1
       and coalesce(closed_at, 'infinity') >= $1 order by due_at, id`,
    [new Date(at), regions],
  );
  return rows;
}

/** The same of self-checks: days of the calendar in China past the due date. */
export async function fullOverdueChecks(client: Client, at: number, regions: string): Promise<Late[]> {
  const { rows } = await client.query<Late>(
    `select id, $2::date - due_on as "daysLate" from self_checks
     where region_code like $3 and due_on < $2::date and coalesce(signed_at, 'infinity') >= $1 order by due_on, id`,
    [new Date(at), shanghaiDate(at), regions],
  );
  return rows;
}
