import type { Counted, Flow, Stock } from '../../domain/reports/figures';
import type { Period } from '../../kernel/time';
import { subtreeRange, type RegionCode } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';

/** One figure of one period, area and trade. */
export interface FigureRow {
  readonly figure: Counted;
  /** Index into the periods asked for. */
  readonly period: number;
  readonly part: RegionCode;
  readonly industry: string;
  readonly n: number;
}

interface Source {
  readonly from: string;
  readonly region: string;
  readonly enterprise: string;
  /** What a row adds; one where nothing else is said. */
  readonly adds?: string;
}

const MACHINES: Source = { from: 'machines x', region: 'x.region_code', enterprise: 'x.enterprise_id' };
const WELDERS: Source = { from: 'welders x', region: 'x.region_code', enterprise: 'x.enterprise_id' };
const OWN = { region: 'x.region_code', enterprise: 'x.enterprise_id' };
const CASES: Source = { from: 'violations x', ...OWN };
const ofMachine = (table: string): Source => ({
  ...MACHINES,
  from: `${table} y join machines x on x.id = y.machine_id`,
});
const ofWelder = (table: string): Source => ({ ...WELDERS, from: `${table} y join welders x on x.id = y.welder_id` });

const SELF_CHECKS: Source = { from: 'self_checks x', ...OWN };

/** What somebody did with a case. */
const STEPS: Source = { ...CASES, from: 'violation_history y join violations x on x.id = y.violation_id' };
/** Whole seconds, so that averages of parts come from the same sums as the average of all. */
const secondsUntil = (time: string): string => `floor(extract(epoch from ${time} - x.raised_at))`;

const within = (time: string): string => `${time} >= p.since and ${time} < p.until`;
/** The moment in China at which a day is over. */
const dayAfter = (day: string): string => `(${day} + 1)::timestamp at time zone 'Asia/Shanghai'`;
const KEPT = `x.certainty <> 'withdrawn'`;
const CLOSED = `${KEPT} and ${within('x.closed_at')}`;
/** The first time that a case was given to somebody. */
const FIRST_GIVEN = `y.command = 'assign' and ${KEPT} and ${within('y.at')}
  and not exists (select 1 from violation_history z where z.violation_id = x.id and z.command = 'assign' and z.id < y.id)`;
const FLOW: Readonly<Record<Flow, readonly [Source, string]>> = {
  'machines-registered': [MACHINES, within('x.created_at')],
  'chips-fitted': [ofMachine('chip_bindings'), within('y.bound_at')],
  'welders-registered': [WELDERS, `x.same_person_as is null and ${within('x.created_at')}`],
  'certificates-verified': [ofWelder('certificates'), within('y.verified_at')],
  'trainings-passed': [ofWelder('training_passes'), within('y.passed_at')],
  'permits-issued': [{ from: 'permits x', ...OWN }, within('x.issued_at')],
  jobs: [{ from: 'jobs x', ...OWN }, `x.state <> 'failed' and ${within('x.reserved_at')}`],
  refused: [{ from: 'decisions x', ...OWN }, `not x.allowed and x.purpose <> 'dry-run' and ${within('x.at')}`],
  'off-platform': [CASES, `x.kind = 'off-platform' and ${KEPT} and ${within('x.found_at')}`],
  found: [CASES, `${KEPT} and ${within('x.found_at')}`],
  responded: [STEPS, FIRST_GIVEN],
  'response-seconds': [{ ...STEPS, adds: secondsUntil('y.at') }, FIRST_GIVEN],
  'falsely-rectified': [STEPS, `y.command = 'reopen' and ${KEPT} and ${within('y.at')}`],
  closed: [CASES, CLOSED],
  'closed-late': [CASES, `${CLOSED} and x.closed_at > x.due_at`],
  'closing-seconds': [{ ...CASES, adds: secondsUntil('x.closed_at') }, CLOSED],
  'self-checks-signed': [SELF_CHECKS, within('x.signed_at')],
  'self-checks-late': [SELF_CHECKS, `${within('x.signed_at')} and x.signed_at >= ${dayAfter('x.due_on')}`],
  'self-check-findings': [
    { ...CASES, from: 'self_check_findings y join violations x on x.id = y.violation_id' },
    `${KEPT} and ${within('x.found_at')}`,
  ],
  'drills-held': [{ from: 'drills x', ...OWN }, within(`x.held_on::timestamp at time zone 'Asia/Shanghai'`)],
};

/** What was in the register when a period ended, by the times at which it came and left. */
const LIVING = `x.created_at < p.until and not (x.status = 'scrapped' and coalesce(x.out_since, x.created_at) < p.until)`;
const FITTED = `exists (select 1 from chip_bindings b where b.machine_id = x.id and b.bound_at < p.until and (b.unbound_at is null or b.unbound_at >= p.until))`;
const PERSON = `x.same_person_as is null and x.created_at < p.until`;
const OPEN = `${KEPT} and x.found_at < p.until and (x.closed_at is null or x.closed_at >= p.until)`;
const RUNNING_CHECK = `x.opened_at < p.until and x.period_from <= p.last_day and x.period_to >= p.last_day`;
const STOCK: Readonly<Record<Stock, readonly [Source, string]>> = {
  machines: [MACHINES, LIVING],
  'machines-to-fit': [MACHINES, `${LIVING} and (x.control <> 'code-only' or ${FITTED})`],
  'machines-fitted': [MACHINES, `${LIVING} and ${FITTED}`],
  welders: [WELDERS, PERSON],
  'welders-certified': [WELDERS, `${PERSON} and exists (select 1 from certificates c where c.welder_id = x.id and c.verified_at < p.until
    and (c.revoked_at is null or c.revoked_at >= p.until) and c.valid_from <= p.last_day and c.valid_to >= p.last_day)`],
  'welders-trained': [WELDERS, `${PERSON} and exists (select 1 from training_passes t where t.welder_id = x.id and t.passed_at < p.until
    and t.valid_to >= p.last_day)`],
  open: [CASES, OPEN],
  overdue: [CASES, `${OPEN} and x.due_at < p.until`],
  'self-checks-due': [SELF_CHECKS, RUNNING_CHECK],
  'self-checks-done': [SELF_CHECKS, `${RUNNING_CHECK} and x.signed_at < p.until`],
  'self-checks-overdue': [SELF_CHECKS, `${dayAfter('x.due_on')} <= p.until and (x.signed_at is null or x.signed_at >= p.until)`],
}; // prettier-ignore

const counted = ([figure, [{ from, region, enterprise, adds }, on]]: [string, readonly [Source, string]]): string => `
  select '${figure}' as figure, p.n as period, left(${region}, $5) as part, coalesce(e.industry, 'other') as industry,
    ${adds ? `sum(${adds})` : 'count(*)'}::float8 as n
  from periods p cross join ${from} left join enterprises e on e.id = ${enterprise}
  where ${on} and ${region} >= $1 and ${region} < $2 group by 2, 3, 4`;

const SQL = `
  with periods as (select ordinal::int - 1 as n, since, until, ((until - interval '1 millisecond') at time zone 'Asia/Shanghai')::date as last_day
    from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as u(since, until, ordinal))
  ${[...Object.entries(FLOW), ...Object.entries(STOCK)].map(counted).join(' union all ')}`;

/**
 * All figures of a region for several periods, by the first `partLength` digits of the place and by trade.
 * A period that still runs is cut at now by whoever asks. One statement: all numbers are as of one moment.
 */
export function figuresOf(
  tx: Tx,
  region: RegionCode,
  partLength: number,
  periods: readonly Period[],
): Promise<FigureRow[]> {
  const { from, to } = subtreeRange(region);
  const times = (of: (period: Period) => number): Date[] => periods.map((period) => new Date(of(period)));
  return tx.prepared<FigureRow>(SQL, [from, to, times((one) => one.from), times((one) => one.to), partLength]);
}
