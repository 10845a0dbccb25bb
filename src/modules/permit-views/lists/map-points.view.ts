import type { PermitState, Regime } from '../../../domain/permits/permit';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitRow } from '../../../schema/permits/permit.row';
import { effectiveStateSql, IS_OPEN } from './query/effective-state.sql';
import { Parameters, type Reach } from './query/list-reach.view';
import { conditionsOf } from './query/permit-filter';
import type { PermitMapQuery } from './permit-query.dto';

const OWN = ['id', 'number', 'level', 'placeName', 'lat', 'lng', 'radiusM', 'plannedStart', 'plannedEnd'] as const;
const COLUMNS = columnsOf(PermitRow, 'p', [...OWN, 'regime']);

/** An open permit as a point; `state` is what it is at the moment asked for. */
export interface MapPoint extends Readonly<Pick<PermitRow, (typeof OWN)[number]>> {
  readonly regime: Regime;
  readonly state: PermitState;
}

/** Open permits within reach whose time is not over, and watches that still run: the newest. */
export function openPoints(
  tx: Tx,
  reach: Reach,
  { bbox, regionCode }: PermitMapQuery,
  at: Instant,
  most: number,
): Promise<MapPoint[]> {
  const params = new Parameters();
  const now = params.add(new Date(at));
  const conditions = [
    IS_OPEN,
    `(p.state = 'fire_watch' or p.planned_end > ${now})`,
    `(${reach.anyOf(params).join(' or ')})`,
    ...conditionsOf({ regionCode }, at, params),
    ...insideBox(bbox, params),
  ];
  return tx.query<MapPoint>(
    `select ${COLUMNS}, ${effectiveStateSql(now)} as state
     from permits p where ${conditions.join(' and ')} order by p.id desc limit ${most}`,
    params.values,
  );
}

function insideBox(bbox: string | undefined, params: Parameters): string[] {
  if (bbox === undefined) return [];
  const [west, south, east, north] = bbox.split(',').map((degrees) => params.add(Number(degrees)));
  return [`p.lng between ${west} and ${east}`, `p.lat between ${south} and ${north}`];
}
