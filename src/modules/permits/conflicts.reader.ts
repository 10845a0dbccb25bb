import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../domain/permits/permit-rules';
import {
  conflictsOf,
  type Conflict,
  type Neighbour,
  type NeighbourKind,
  type PlannedWork,
  type SimopsRule,
} from '../../domain/permits/simops';
import type { RuleBook, RuleQuery } from '../../domain/rules/rule-book';
import type { DayHours } from '../../kernel/day-hours';
import type { Instant, Period } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import type { PermitRow } from '../../schema/permits/permit.row';

/** Where somebody wants to work, and by whose rules. */
export interface WorkPlace extends RuleQuery {
  /** WGS-84. */
  readonly lat: number;
  readonly lng: number;
  readonly kinds: readonly string[];
  /** As its sites told them; without them the rule's. */
  readonly siteHours?: Readonly<Record<string, readonly DayHours[]>>;
}

/** A conflict with the details of the other work. The code that asks decides how much of it the caller may see. */
export interface KnownConflict extends Conflict {
  /** The text the distance comes from. */
  readonly source: string;
  /** Null: the place of the work itself. */
  readonly other: OtherWork | null;
}

export interface OtherWork extends Pick<
  PermitRow,
  'id' | 'placeName' | 'lat' | 'lng' | 'enterpriseId' | 'contractorId'
> {
  readonly kind: NeighbourKind;
  readonly content: string | null;
  readonly number: string | null;
  readonly enterpriseName: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

interface Row extends OtherWork {
  readonly reachM: number;
  readonly hours: DayHours | null;
}

const METRES_PER_DEGREE = 111_195;
/** An activity reaches at most this far from its point (`nearby_activities.radius_m`). */
const FARTHEST_REACH_M = 500;
/** Fifty metres never hold this many works at one time; the limit only protects the memory from a broken import. */
const MOST = 200;

const near = (from: string, to: string, box: number): string =>
  `lat between $${box} and $${box + 1} and lng between $${box + 2} and $${box + 3} and ${from} < $2 and ${to} > $1`;

const SQL = `
  with hot_work as (
    select p.id, 'hot-work' as kind, p.place_name as "placeName", p.lat, p.lng, p.content, p.number, p.enterprise_id as "enterpriseId",
      p.contractor_id as "contractorId", e.name as "enterpriseName", ${epochMs('p.planned_start')} as "from", ${epochMs('p.planned_end')} as "to",
      0 as "reachM", null::jsonb as hours
    from (select * from permits
      where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')
        and ${near('planned_start', 'planned_end', 3)} and (state = 'fire_watch' or planned_end > $11)
        and id is distinct from $12 limit ${MOST}) p
    left join enterprises e on e.id = p.enterprise_id
  ), activities as (
    select a.id, a.kind, a.place_name as "placeName", a.lat, a.lng, null as content, null as number, a.enterprise_id as "enterpriseId",
      null as "contractorId", e.name as "enterpriseName", ${epochMs('a.starts_at')} as "from", ${epochMs('a.ends_at')} as "to",
      a.radius_m as "reachM",
      case when a.daily_from is not null then jsonb_build_object('from', a.daily_from, 'to', a.daily_to) end as hours
    from (select * from nearby_activities where withdrawn_at is null and ${near('starts_at', 'ends_at', 7)} limit ${MOST}) a
    left join enterprises e on e.id = a.enterprise_id
  )
  select current_user as role,
    coalesce((select jsonb_agg(n) from (select * from hot_work union all select * from activities) n), '[]') as neighbours`;

/**
 * 交叉作业: which works conflict with one that somebody asks for, near in place and time, whoever they belong to. Needs a
 * transaction under the system's scope: danger does not end at the fence, so a narrower one would find too little.
 */
@Injectable()
export class ConflictsReader {
  async conflictsOf(
    tx: Tx,
    place: WorkPlace,
    window: Period,
    excludeId: string | null,
    rules: RuleBook,
    at: Instant,
  ): Promise<KnownConflict[]> {
    const { regime = '', level = '', regionCode = '' } = place;
    const atPlace = new PermitRules(rules, { regime, level, regionCode }, at);
    const asked = atPlace.simops;
    if (asked.length === 0) return [];
    const source = atPlace.simopsSource;
    const neighbours = await this.neighbours(tx, place, window, farthest(asked), excludeId, at);
    const work: PlannedWork = { lat: place.lat, lng: place.lng, placeKinds: place.kinds, ...window };
    const opening = { ...atPlace.closedHours, ...place.siteHours };
    const byId = new Map(neighbours.map((row) => [row.id, row]));
    return conflictsOf(work, neighbours.map(toNeighbour), asked, opening).map((conflict) => ({
      ...conflict,
      source,
      other: byId.get(conflict.neighbourId ?? '') ?? null,
    }));
  }

  private async neighbours(
    tx: Tx,
    place: WorkPlace,
    { from, to }: Period,
    distanceM: number,
    excludeId: string | null,
    at: Instant,
  ): Promise<readonly Row[]> {
    const [row] = await tx.prepared<{ role: string; neighbours: Row[] }>(SQL, [
      new Date(from),
      new Date(to),
      ...box(place, distanceM),
      ...box(place, distanceM + FARTHEST_REACH_M),
      new Date(at),
      excludeId,
    ]);
    if (row?.role !== 'hanan_system') throw new Error('conflicts are looked for under the system scope only');
    return row.neighbours;
  }
}

const farthest = (rules: readonly SimopsRule[]): number => Math.max(...rules.map(({ distanceM }) => distanceM));

/** A little wider than the circle; the domain measures exactly. Near the poles nobody welds. */
function box({ lat, lng }: WorkPlace, metres: number): [number, number, number, number] {
  const up = ((metres + 1) / METRES_PER_DEGREE) * 1.01;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lat - up, lat + up, lng - across, lng + across];
}

const toNeighbour = ({ id, kind, lat, lng, from, to, reachM, hours }: Row): Neighbour => ({
  id,
  kind,
  lat,
  lng,
  from,
  to,
  reachM,
  hours,
});
