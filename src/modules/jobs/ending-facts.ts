import { validityOf } from '../../domain/certificates/certificate-rules';
import { DAYS_AHEAD } from '../../domain/authorization/facts';
import type { EndingFacts } from '../../domain/jobs/ending';
import { endingLimitsAt } from '../../domain/jobs/job-limits';
import { someoneWatches, type Watching } from '../../domain/permits/fire-watch';
import { gasTestAsked } from '../../domain/permits/gas-asked';
import type { LevelAnswer, PermitState } from '../../domain/permits/permit';
import type { PublicPlace } from '../../domain/permits/opening-hours';
import { PermitRules } from '../../domain/permits/permit-rules';
import type { RuleBook } from '../../domain/rules/rule-book';
import { usableUntil, type Outlook, type UsableEnd } from '../../domain/permits/usable-time';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import { daysBetween, periodsBetween } from './outlook.sql';

/** One open job with what bears on its end. */
export interface EndingRow {
  id: string;
  state: string;
  source: string;
  process: string;
  welder_id: string;
  region_code: string;
  chip_no: string | null;
  reserved_at: Instant;
  running_at: Instant | null;
  work_until: Instant;
  idle_limit_s: number;
  last_arc_at: Instant | null;
  arc_open: boolean;
  boot: number | null;
  chip_boot: number | null;
  tamper: boolean | null;
  permit_id: string | null;
  permit_state: PermitState | null;
  permit_regime: string | null;
  permit_level: string | null;
  permit_proposed_level: string | null;
  permit_region: string | null;
  place_kinds: string[] | null;
  site_hours: PublicPlace['siteHours'] | null;
  /** Codes of the measures that somebody confirmed. */
  measures_confirmed: string[];
  /** From the day on which the job was reserved to the day after it can last. */
  days: Outlook['days'];
  special_periods: Outlook['specialPeriods'];
  planned_end: Instant | null;
  fire_watch_id: string | null;
  watch_on: boolean;
  occupier_confirmed: boolean;
  gas_failed: boolean | null;
  level_answers: LevelAnswer[] | null;
  area_valid_to: Instant | null;
  /** The last printed day of the certificates that cover the process; null without one. */
  covered_to: string | null;
  certificate_revoked: boolean;
  machine_out: boolean;
  welder_out: boolean;
}

/** A job that was allowed in spite of the alarm (where tampering is only observed) does not end by it. */
export const TAMPERED = `(cs.tamper and not coalesce('chip.tampered' = any(d.finding_codes), false))`;

/** The day in China on which a job was reserved. */
const RESERVED_ON = `timezone('Asia/Shanghai', j.reserved_at)::date`;

/** `$2` is rule `certificate.operation-for-process` as JSON. */
export const ENDING_COLUMNS = `
  j.id, j.state, j.source, m.process, j.welder_id, j.region_code, j.chip_no, j.reserved_at, j.running_at, j.work_until, j.idle_limit_s,
  j.last_arc_at, j.arc_open, j.boot, cs.boot as chip_boot, j.permit_id, p.state as permit_state, p.regime as permit_regime,
  p.level as permit_level, p.proposed_level as permit_proposed_level, p.region_code as permit_region, p.place_kinds, p.site_hours, p.level_answers,
  array(select s.code from permit_measures s where s.permit_id = p.id and s.confirmed_at is not null) as measures_confirmed,
  ${daysBetween(RESERVED_ON, `${RESERVED_ON} + ${DAYS_AHEAD + 1}`)} as days,
  ${periodsBetween('p.region_code', 'j.reserved_at', `j.reserved_at + interval '${DAYS_AHEAD + 1} days'`)} as special_periods,
  p.planned_end, p.fire_watch_id, p.watch_on_at is not null as watch_on, p.occupier_confirmed_at is not null as occupier_confirmed,
  g.failed as gas_failed, a.valid_to as area_valid_to, k.covered_to, k.revoked as certificate_revoked,
  m.status <> 'in-service' as machine_out, (select w.status <> 'active' from welders w where w.id = j.welder_id) as welder_out,
  ${TAMPERED} as tamper`;

export const ENDING_JOINS = `
  join machines m on m.id = j.machine_id
  left join chip_states cs on cs.chip_no = j.chip_no
  left join decisions d on d.id = j.decision_id
  left join permits p on p.id = j.permit_id
  left join designated_areas a on a.id = j.designated_area_id
  left join lateral (
    select not t.passed as failed from permit_gas_tests t where t.permit_id = p.id order by t.sampled_at desc, t.recorded_at desc limit 1) g on true
  left join lateral (
    select max(c.valid_to) filter (where c.status = 'verified')::text as covered_to,
      coalesce(bool_or(c.status in ('revoked', 'forged')) and not bool_or(c.status = 'verified'), false) as revoked
    from certificates c where c.welder_id = j.welder_id and $2::jsonb ->> m.process = any(c.operations)) k on true`;

export function endingFacts(row: EndingRow, rules: RuleBook, at: Instant): EndingFacts {
  return {
    state: row.state === 'reserved' ? 'reserved' : 'running',
    reservedAt: row.reserved_at,
    runningAt: row.running_at,
    workUntil: row.work_until,
    permit: permitFacts(row, rules, at),
    areaEndsAt: row.area_valid_to,
    certificate: {
      revoked: row.certificate_revoked,
      coversUntil: row.covered_to === null ? null : validityOf(row.covered_to, row.covered_to).to,
    },
    outOfService: row.machine_out ? 'machine-out' : row.welder_out ? 'welder-suspended' : null,
    lastArcAt: row.last_arc_at,
    arcOpen: row.arc_open,
    idleLimitMs: row.idle_limit_s * SECOND,
    restarted: row.chip_boot !== null && row.boot !== null && row.chip_boot > row.boot,
    tampered: row.tamper === true,
    limits: endingLimitsAt(rules, row.region_code, at),
  };
}

const watchingOf = (row: EndingRow): Watching => ({
  fireWatchId: row.fire_watch_id,
  watchOn: row.watch_on,
  occupierConfirmed: row.occupier_confirmed,
});

function permitFacts(row: EndingRow, book: RuleBook, at: Instant): EndingFacts['permit'] {
  if (row.permit_state === null) return null;
  const subject = { regime: row.permit_regime ?? '', level: row.permit_level ?? '', regionCode: row.region_code };
  const rules = new PermitRules(book, subject, at);
  const place = { placeKinds: row.place_kinds ?? [], levelAnswers: row.level_answers ?? [] };
  return {
    state: row.permit_state,
    plannedEnd: row.planned_end!,
    watcherGone: !someoneWatches(watchingOf(row), rules),
    gasTestFailed: row.gas_failed === true && gasTestAsked(place, rules) !== 'none',
    usableUntil: permitUsableUntil(row, book, at),
  };
}

/** Counted from the beginning of the job, so that the moment stays where it is once it has passed. */
function permitUsableUntil(row: EndingRow, book: RuleBook, at: Instant): UsableEnd | null {
  const { permit_regime: regime, permit_level: level, permit_proposed_level: proposedLevel, permit_region } = row;
  if (regime === null || level === null || proposedLevel === null) return null;
  const permit = {
    level,
    proposedLevel,
    placeKinds: row.place_kinds ?? [],
    siteHours: row.site_hours ?? {},
    measures: row.measures_confirmed.map((code) => ({ code, confirmed: true })),
  };
  const rules = new PermitRules(book, { regime, level, regionCode: permit_region ?? row.region_code }, at);
  const time = { from: row.reserved_at, to: Math.min(row.planned_end ?? at, at + DAY) };
  return usableUntil(permit, { days: row.days, specialPeriods: row.special_periods }, rules, time);
}
