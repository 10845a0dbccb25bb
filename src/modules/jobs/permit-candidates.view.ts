import { Injectable } from '@nestjs/common';
import { DAYS_AHEAD, type Facts, type GasTestFacts, type PermitFacts } from '../../domain/authorization/facts';
import { modesAt, type DeclaredMode } from '../../domain/authorization/roll-out-modes';
import type { KnownStop } from '../../domain/jobs/stop-order';
import type { CalendarDay } from '../../domain/rules/calendar';
import { covers, shanghaiDate, type Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { declaredModes } from '../rules/declared-modes';
import { daysBetween, periodsBetween } from './outlook.view';
import { stopsOf } from './stop-orders/stops.sql';
import { PermitRow } from '../../schema/permits/permit.row';

export interface PermitCandidates {
  readonly permits: readonly KnownPermit[];
  readonly calendar: CalendarDay;
  readonly daysAhead: Facts['daysAhead'];
}

/** A permit with what is known of its signboard. */
export interface KnownPermit extends PermitFacts {
  readonly code: string;
  readonly signboardBoundAt: Instant | null;
  readonly occupierEnterpriseId: string | null;
}

/** More than a welder can be named on around one moment; the newest count. */
const MOST = 20;

/** A permit that begins or ended within half a day is worth an explanation; others are not meant. */
const AROUND = `interval '12 hours'`;

/** The permit with all that it extends: an extension of an extension is still the same work. */
const LINE = `array(with recursive line as (
    select p.id, p.extends_id union select x.id, x.extends_id from permits x join line l on x.id = l.extends_id) select id from line)`;

/** Also if the stopped permit was finished since: the stop was never lifted. */
const ORIGINAL_STOPPED = `exists (
    select 1 from permit_history h
    where p.extends_id is not null and h.permit_id = any(${LINE}) and h.permit_id <> p.id
      and h.command = 'suspend' and h.detail ->> 'byAuthority' = 'true'
      and not exists (select 1 from permit_history r where r.permit_id = h.permit_id and r.command = 'resume' and r.id > h.id))`;

const employedBy = (when: string): string => `exists (select 1 from employments e
  where e.welder_id = w.welder_id and e.enterprise_id in (p.enterprise_id, p.contractor_id) and ${when})`;

/** Named by an enterprise whose welder they were, and whose they are no more since somebody ended it: the name gives no power. */
const LEFT = `(${employedBy('e.ended_by is not null and e.until > p.created_at and e.until <= $3::timestamptz')}
  and not ${employedBy('(e.until is null or e.until > $3::timestamptz)')})`;

/** Columns that a job is judged by, as they stand. */
const COLUMNS = [
  'id', 'level', 'proposedLevel', 'regionCode', 'plannedStart', 'plannedEnd', 'enterpriseId', 'contractorId', 'fireWatchId',
  'watchOnAt', 'tappedAt', 'lat', 'lng', 'radiusM', 'openAir', 'placeKinds', 'code', 'occupierEnterpriseId',
] as const satisfies readonly (keyof PermitRow)[]; // prettier-ignore

const SQL = `
  select ${columnsOf(PermitRow, 'p', [...COLUMNS, 'regime', 'state', 'siteHours', 'levelAnswers'])},
    p.watch_on_at is not null as "watchOn", p.without_signal_at is not null as "withoutSignal",
    p.occupier_confirmed_at is not null as "occupierConfirmed",
    array(select w.welder_id from permit_welders w where w.permit_id = p.id and not ${LEFT} order by 1) as "welderIds",
    array(select m.machine_id from permit_machines m where m.permit_id = p.id order by 1) as "machineIds",
    (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'confirmed', s.confirmed_at is not null) order by s.code), '[]')
      from permit_measures s where s.permit_id = p.id) as measures,
    (select jsonb_build_object('sampledAt', ${epochMs('g.sampled_at')}, 'passed', g.passed)
      from permit_gas_tests g where g.permit_id = p.id order by g.sampled_at desc, g.recorded_at desc limit 1) as "lastGasTest",
    (select ${epochMs('max(coalesce(j.ended_at, $3::timestamptz))')} from jobs j
      where j.permit_id = p.id and j.state in ('running', 'finished', 'stopped')) as "lastWorkAt",
    (select ${epochMs('s.bound_at')} from permit_signboards s where s.permit_id = p.id) as "signboardBoundAt",
    ${declaredModes('p.region_code', '$3')} as modes, ${stopsOf(`j.permit_id = any(${LINE})`)} as stops,
    ${ORIGINAL_STOPPED} as "originalStopped",
    ${periodsBetween('p.region_code', '$3', `$3 + interval '${DAYS_AHEAD} days'`)} as periods,
    ${daysBetween('$4::date', `$4::date + ${DAYS_AHEAD}`)} as days
  from permits p
  where p.id = any(array(
      select $1::text where $1 is not null
      union all select w.permit_id from permit_welders w where $1 is null and w.welder_id = $2::text))
    and ($1 is not null or (p.planned_end > $3 - ${AROUND} and p.planned_start < $3 + ${AROUND}))
  order by p.id desc limit ${MOST}`;

interface CandidateRow extends Readonly<Pick<PermitRow, (typeof COLUMNS)[number]>> {
  readonly regime: PermitFacts['regime'];
  readonly state: PermitFacts['state'];
  readonly watchOn: boolean;
  readonly withoutSignal: boolean;
  readonly occupierConfirmed: boolean;
  readonly siteHours: PermitFacts['siteHours'];
  readonly levelAnswers: PermitFacts['levelAnswers'];
  readonly welderIds: string[];
  readonly machineIds: string[];
  readonly measures: PermitFacts['measures'];
  readonly lastGasTest: GasTestFacts | null;
  readonly lastWorkAt: Instant | null;
  readonly signboardBoundAt: Instant | null;
  readonly modes: DeclaredMode[];
  readonly stops: KnownStop[];
  readonly originalStopped: boolean;
  readonly periods: PermitFacts['specialPeriodsAhead'];
  readonly days: Facts['daysAhead'];
}

/** The permits that may cover a job, with the facts that are judged of each. */
@Injectable()
export class PermitCandidatesView {
  /** The one that was asked for. */
  named = (tx: Tx, permitId: string, at: Instant): Promise<PermitCandidates> => this.load(tx, permitId, null, at);

  /** All around now that name the welder. */
  ofWelder = (tx: Tx, welderId: string | null, at: Instant): Promise<PermitCandidates> =>
    this.load(tx, null, welderId, at);

  private async load(tx: Tx, permitId: string | null, welderId: string | null, at: Instant): Promise<PermitCandidates> {
    const today = shanghaiDate(at);
    const rows = await tx.planned<CandidateRow>(SQL, [permitId, welderId, new Date(at), today]);
    const { [today]: calendar = NOT_KNOWN, ...daysAhead } = rows[0]?.days ?? {};
    return { permits: rows.map((row) => toPermit(row, at)), calendar, daysAhead };
  }
}

/** Without a permit nobody asks what day it is. */
const NOT_KNOWN: CalendarDay = { dayKind: null, yearKnown: false };

const toPermit = (row: CandidateRow, at: Instant): KnownPermit => ({
  id: row.id,
  regime: row.regime,
  level: row.level,
  proposedLevel: row.proposedLevel,
  state: row.state,
  regionCode: row.regionCode,
  plannedStart: row.plannedStart,
  plannedEnd: row.plannedEnd,
  enterpriseId: row.enterpriseId,
  contractorId: row.contractorId,
  welderIds: row.welderIds,
  machineIds: row.machineIds,
  fireWatchId: row.fireWatchId,
  watchOn: row.watchOn,
  watchOnAt: row.watchOnAt,
  tappedAt: row.tappedAt,
  withoutSignal: row.withoutSignal,
  occupierConfirmed: row.occupierConfirmed,
  measures: row.measures,
  lastGasTest: row.lastGasTest,
  lastWorkAt: row.lastWorkAt,
  lat: row.lat,
  lng: row.lng,
  radiusM: row.radiusM,
  openAir: row.openAir,
  placeKinds: row.placeKinds,
  siteHours: row.siteHours,
  levelAnswers: row.levelAnswers,
  specialPeriod: row.periods.some((one) => covers(one, at)),
  specialPeriodsAhead: row.periods.filter(({ from }) => from > at),
  modes: modesAt(row.modes),
  stops: row.stops,
  ...(row.originalStopped && { originalStopped: true }),
  occupierEnterpriseId: row.occupierEnterpriseId,
  code: row.code,
  signboardBoundAt: row.signboardBoundAt,
});
