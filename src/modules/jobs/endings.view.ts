import { DAYS_AHEAD } from '../../domain/authorization/facts';
import type { PublicPlace } from '../../domain/permits/opening-hours';
import type { LevelAnswer, PermitState } from '../../domain/permits/permit';
import type { Outlook } from '../../domain/permits/usable-time';
import type { Process } from '../../domain/registry/machine';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { timestamp } from '../../platform/database/timestamp';
import type { Tx } from '../../platform/database/unit-of-work';
import { JobRow } from '../../schema/jobs/job.row';
import { practiceEnd } from '../training/practices/practice-cover.view';
import { daysBetween, periodsBetween } from './outlook.view';

const OF_JOB = [
  'id', 'state', 'source', 'welderId', 'regionCode', 'chipNo', 'reservedAt', 'runningAt', 'workUntil', 'idleLimitS', 'lastArcAt', 'arcOpen', 'boot',
  'permitId',
] as const satisfies readonly (keyof JobRow)[]; // prettier-ignore

/** One open job with what bears on its end. */
export interface EndingRow extends Readonly<Pick<JobRow, (typeof OF_JOB)[number]>> {
  readonly process: Process;
  readonly chipBoot: number | null;
  readonly tamper: boolean | null;
  readonly permitState: PermitState | null;
  readonly permitRegime: string | null;
  readonly permitLevel: string | null;
  readonly permitProposedLevel: string | null;
  readonly permitRegion: string | null;
  readonly placeKinds: string[] | null;
  readonly siteHours: PublicPlace['siteHours'] | null;
  /** Codes of the measures that somebody confirmed. */
  readonly measuresConfirmed: string[];
  /** From the day on which the job was reserved to the day after it can last. */
  readonly days: Outlook['days'];
  readonly specialPeriods: Outlook['specialPeriods'];
  readonly plannedEnd: Instant | null;
  readonly fireWatchId: string | null;
  readonly watchOn: boolean;
  readonly occupierConfirmed: boolean;
  readonly gasFailed: boolean | null;
  readonly levelAnswers: LevelAnswer[] | null;
  readonly areaValidTo: Instant | null;
  /** The last printed day of the certificates that cover the process; null without one. */
  readonly coveredTo: string | null;
  /** Until when a scanned e-certificate speaks for one that nobody has verified yet. */
  readonly claimedUntil: Instant | null;
  readonly certificateRevoked: boolean;
  /** Until when the instructor's session covers the pupil; null where the job is no pupil's. */
  readonly practiceUntil: Instant | null;
  readonly machineOut: boolean;
  readonly welderOut: boolean;
}

/** A job that was allowed in spite of the alarm (where tampering is only observed) does not end by it. */
const TAMPERED = `(cs.tamper and not coalesce('chip.tampered' = any(d.finding_codes), false))`;

/** The day in China on which a job was reserved. */
const RESERVED_ON = `timezone('Asia/Shanghai', j.reserved_at)::date`;

/** `$2` is rule `certificate.operation-for-process` as JSON. */
export const ENDING_COLUMNS = `
  ${columnsOf(JobRow, 'j', OF_JOB)}, m.process, cs.boot as "chipBoot", p.state as "permitState", p.regime as "permitRegime",
  p.level as "permitLevel", p.proposed_level as "permitProposedLevel", p.region_code as "permitRegion", p.place_kinds as "placeKinds",
  p.site_hours as "siteHours", p.level_answers as "levelAnswers",
  array(select s.code from permit_measures s where s.permit_id = p.id and s.confirmed_at is not null) as "measuresConfirmed",
  ${daysBetween(RESERVED_ON, `${RESERVED_ON} + ${DAYS_AHEAD + 1}`)} as days,
  ${periodsBetween('p.region_code', 'j.reserved_at', `j.reserved_at + interval '${DAYS_AHEAD + 1} days'`)} as "specialPeriods",
  p.planned_end as "plannedEnd", p.fire_watch_id as "fireWatchId", p.watch_on_at is not null as "watchOn", p.occupier_confirmed_at is not null as "occupierConfirmed",
  g.failed as "gasFailed", a.valid_to as "areaValidTo", k.covered_to as "coveredTo", k.claimed_until as "claimedUntil", k.revoked as "certificateRevoked",
  ${practiceEnd('j.practice_id', '$2::jsonb ->> m.process')} as "practiceUntil", m.status <> 'in-service' as "machineOut", (select w.status <> 'active' from welders w where w.id = j.welder_id) as "welderOut",
  ${TAMPERED} as tamper`;

/** The tables that the columns above are read from. */
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
      max(least(c.scan_until, timezone('Asia/Shanghai', (c.valid_to + 1)::timestamp))) filter (where c.status = 'unverified' and c.scanned_at <= j.reserved_at) as claimed_until,
      coalesce(bool_or(c.status in ('revoked', 'forged')) and not bool_or(c.status = 'verified'), false) as revoked
    from certificates c where c.welder_id = j.welder_id and $2::jsonb ->> m.process = any(c.operations)) k on true`;

/** The most in one turn; the rest follow a moment later. */
export const DUE_AT_ONCE = 2_000;

/**
 * Open jobs about which something has to be looked at closely. Only narrows: `judgeEnding` decides. `$3` is today's date
 * in China: a certificate ends after its printed last day. Rows that another process is ending are left to it.
 *
 * `work_until` knows the night, the holidays and the opening hours that were foreseen. What changed since the job began is
 * looked at anew: by rules (`$5`: their last change), by the holiday table (`$6`: the last midnight) and by special periods.
 * Such jobs may well go on, so a full turn is followed by one that begins behind it (`$7`): none hides another.
 */
const DUE = `
  select ${ENDING_COLUMNS} from jobs j ${ENDING_JOINS}
  where j.state in ('reserved', 'running') and (
    j.state = 'reserved' and j.reserved_at <= $1::timestamptz - $4 * interval '1 millisecond'
    or least(j.work_until, p.planned_end, a.valid_to) <= $1
    or not j.arc_open and coalesce(j.last_arc_at, j.running_at, j.reserved_at) + j.idle_limit_s * interval '1 second' <= $1
    or p.state not in ('issued', 'active') or (p.watch_on_at is null and p.occupier_confirmed_at is null) or g.failed
    or m.status <> 'in-service' or exists (select 1 from welders w where w.id = j.welder_id and w.status <> 'active')
    or k.revoked or k.covered_to is null or k.covered_to < $3
    or cs.boot > j.boot or ${TAMPERED}
    or p.id is not null and (j.reserved_at < greatest($5::timestamptz, $6::timestamptz) or p.level = p.proposed_level and exists (
      select 1 from special_periods s
      where starts_with(p.region_code, s.region_code) and s.valid_from <= $1 and s.valid_to > j.reserved_at)))
    and j.id > $7
  order by j.id limit ${DUE_AT_ONCE} for update of j skip locked`;

/** At which moment jobs may be due, and by what the rules say then. */
export interface DueAsked {
  readonly at: Instant;
  /** Rule `certificate.operation-for-process` as JSON. */
  readonly operations: string;
  readonly today: string;
  readonly reservationMs: number;
  readonly rulesChangedAt: Instant;
  readonly midnight: Instant;
  readonly after: string;
}

/** Running or reserved jobs whose end may be due, locked; jobs that another transaction holds are skipped. */
export const dueEndings = (tx: Tx, asked: DueAsked): Promise<EndingRow[]> =>
  tx.planned<EndingRow>(DUE, [
    timestamp(asked.at),
    asked.operations,
    asked.today,
    asked.reservationMs,
    timestamp(asked.rulesChangedAt),
    timestamp(asked.midnight),
    asked.after,
  ]);
