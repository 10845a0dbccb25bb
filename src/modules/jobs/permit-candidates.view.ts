import { Injectable } from '@nestjs/common';
import { DAYS_AHEAD, type Facts, type GasTestFacts, type PermitFacts } from '../../domain/authorization/facts';
import { modesAt, type DeclaredMode } from '../../domain/authorization/roll-out-modes';
import type { KnownStop } from '../../domain/jobs/stop-order';
import type { CalendarDay } from '../../domain/rules/calendar';
import { covers, shanghaiDate, type Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { declaredModes } from '../rules/declared-modes';
import { daysBetween, periodsBetween } from './outlook.view';
import { stopsOf } from './stop-orders/stops.sql';

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

const SQL = `
  select p.id, p.regime, p.level, p.proposed_level, p.state, p.region_code, ${epochMs('p.planned_start')} as planned_start,
    ${epochMs('p.planned_end')} as planned_end, p.enterprise_id, p.contractor_id, p.fire_watch_id, p.watch_on_at is not null as watch_on,
    ${epochMs('p.watch_on_at')} as watch_on_at, ${epochMs('p.tapped_at')} as tapped_at, p.without_signal_at is not null as without_signal,
    p.occupier_confirmed_at is not null as occupier_confirmed, p.lat, p.lng, p.radius_m, p.open_air, p.place_kinds, p.site_hours, p.level_answers,
    array(select w.welder_id from permit_welders w where w.permit_id = p.id order by 1) as welder_ids,
    array(select m.machine_id from permit_machines m where m.permit_id = p.id order by 1) as machine_ids,
    (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'confirmed', s.confirmed_at is not null) order by s.code), '[]')
      from permit_measures s where s.permit_id = p.id) as measures,
    (select jsonb_build_object('sampledAt', ${epochMs('g.sampled_at')}, 'passed', g.passed)
      from permit_gas_tests g where g.permit_id = p.id order by g.sampled_at desc, g.recorded_at desc limit 1) as last_gas_test,
    (select ${epochMs('max(coalesce(j.ended_at, $3::timestamptz))')} from jobs j
      where j.permit_id = p.id and j.state in ('running', 'finished', 'stopped')) as last_work_at,
    p.code, (select ${epochMs('s.bound_at')} from permit_signboards s where s.permit_id = p.id) as signboard_bound_at,
    ${declaredModes('p.region_code', '$3')} as modes, ${stopsOf(`j.permit_id = any(${LINE})`)} as stops,
    ${ORIGINAL_STOPPED} as original_stopped, p.occupier_enterprise_id,
    ${periodsBetween('p.region_code', '$3', `$3 + interval '${DAYS_AHEAD} days'`)} as periods,
    ${daysBetween('$4::date', `$4::date + ${DAYS_AHEAD}`)} as days
  from permits p
  where p.id = any(array(
      select $1::text where $1 is not null
      union all select w.permit_id from permit_welders w where $1 is null and w.welder_id = $2::text))
    and ($1 is not null or (p.planned_end > $3 - ${AROUND} and p.planned_start < $3 + ${AROUND}))
  order by p.id desc limit ${MOST}`;

interface PermitRow {
  id: string;
  regime: PermitFacts['regime'];
  level: string;
  proposed_level: string;
  state: PermitFacts['state'];
  region_code: string;
  planned_start: number;
  planned_end: number;
  enterprise_id: string | null;
  contractor_id: string | null;
  fire_watch_id: string | null;
  watch_on: boolean;
  watch_on_at: number | null;
  tapped_at: number | null;
  without_signal: boolean;
  occupier_confirmed: boolean;
  lat: number;
  lng: number;
  radius_m: number;
  open_air: boolean;
  place_kinds: string[];
  site_hours: PermitFacts['siteHours'];
  level_answers: PermitFacts['levelAnswers'];
  welder_ids: string[];
  machine_ids: string[];
  measures: PermitFacts['measures'];
  last_gas_test: GasTestFacts | null;
  last_work_at: number | null;
  code: string;
  signboard_bound_at: number | null;
  modes: DeclaredMode[];
  stops: KnownStop[];
  original_stopped: boolean;
  occupier_enterprise_id: string | null;
  periods: PermitFacts['specialPeriodsAhead'];
  days: Facts['daysAhead'];
}

/** The permits that may cover a job, with the facts that are judged of each. */
@Injectable()
export class PermitCandidatesView {
  /** The permit asked for, else all around now that name the welder. */
  async load(tx: Tx, permitId: string | null, welderId: string | null, at: Instant): Promise<PermitCandidates> {
    const today = shanghaiDate(at);
    const rows = await tx.prepared<PermitRow>(SQL, [permitId, welderId, new Date(at), today]);
    const { [today]: calendar = NOT_KNOWN, ...daysAhead } = rows[0]?.days ?? {};
    return { permits: rows.map((row) => toPermit(row, at)), calendar, daysAhead };
  }
}

/** Without a permit nobody asks what day it is. */
const NOT_KNOWN: CalendarDay = { dayKind: null, yearKnown: false };

const toPermit = (row: PermitRow, at: Instant): KnownPermit => ({
  id: row.id,
  regime: row.regime,
  level: row.level,
  proposedLevel: row.proposed_level,
  state: row.state,
  regionCode: row.region_code,
  plannedStart: row.planned_start,
  plannedEnd: row.planned_end,
  enterpriseId: row.enterprise_id,
  contractorId: row.contractor_id,
  welderIds: row.welder_ids,
  machineIds: row.machine_ids,
  fireWatchId: row.fire_watch_id,
  watchOn: row.watch_on,
  watchOnAt: row.watch_on_at,
  tappedAt: row.tapped_at,
  withoutSignal: row.without_signal,
  occupierConfirmed: row.occupier_confirmed,
  measures: row.measures,
  lastGasTest: row.last_gas_test,
  lastWorkAt: row.last_work_at,
  lat: row.lat,
  lng: row.lng,
  radiusM: row.radius_m,
  openAir: row.open_air,
  placeKinds: row.place_kinds,
  siteHours: row.site_hours,
  levelAnswers: row.level_answers,
  specialPeriod: row.periods.some((one) => covers(one, at)),
  specialPeriodsAhead: row.periods.filter(({ from }) => from > at),
  modes: modesAt(row.modes),
  stops: row.stops,
  ...(row.original_stopped && { originalStopped: true }),
  occupierEnterpriseId: row.occupier_enterprise_id,
  code: row.code,
  signboardBoundAt: row.signboard_bound_at,
});
