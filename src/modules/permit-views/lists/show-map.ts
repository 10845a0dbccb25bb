import { Injectable } from '@nestjs/common';
import type { PermitState, Regime } from '../../../domain/permits/permit';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { effectiveStateSql, IS_OPEN } from './query/effective-state.sql';
import { conditionsOf } from './query/permit-filter';
import type { PermitMap, PermitPoint } from './permit-list.dto';
import type { PermitMapQuery } from './permit-query.dto';
import { Parameters, reachOf } from './query/list-reach';
import { type Instant, isoTime } from '../../../kernel/time';

const MOST = 500;

interface PointRow {
  id: string;
  number: string;
  regime: Regime;
  level: string;
  state: PermitState;
  place_name: string;
  lat: number;
  lng: number;
  radius_m: number;
  planned_start: Instant;
  planned_end: Instant;
}

/** Open permits as points: those whose time is not over, and watches that still run. */
@Injectable()
export class ShowMap {
  constructor(private readonly uow: UnitOfWork) {}

  async execute({ caller, at }: Request, { bbox, regionCode }: PermitMapQuery): Promise<PermitMap> {
    const reach = reachOf(caller);
    const params = new Parameters();
    const now = params.add(new Date(at));
    const conditions = [
      IS_OPEN,
      `(p.state = 'fire_watch' or p.planned_end > ${now})`,
      `(${reach.anyOf(params).join(' or ')})`,
      ...conditionsOf({ regionCode }, at, params),
      ...insideBox(bbox, params),
    ];
    const rows = await this.uow.run(reach.scope, (tx) =>
      tx.query<PointRow>(
        `select p.id, p.number, p.regime, p.level, ${effectiveStateSql(now)} as state, p.place_name, p.lat, p.lng, p.radius_m,
           p.planned_start, p.planned_end
         from permits p where ${conditions.join(' and ')} order by p.id desc limit ${MOST + 1}`,
        params.values,
      ),
    );
    return { items: rows.slice(0, MOST).map(toPoint), truncated: rows.length > MOST };
  }
}

function insideBox(bbox: string | undefined, params: Parameters): string[] {
  if (bbox === undefined) return [];
  const [west, south, east, north] = bbox.split(',').map((degrees) => params.add(Number(degrees)));
  return [`p.lng between ${west} and ${east}`, `p.lat between ${south} and ${north}`];
}

const toPoint = (row: PointRow): PermitPoint => ({
  id: row.id,
  number: row.number,
  regime: row.regime,
  level: row.level,
  state: row.state,
  placeName: row.place_name,
  lat: row.lat,
  lng: row.lng,
  radiusM: row.radius_m,
  plannedStart: isoTime(row.planned_start),
  plannedEnd: isoTime(row.planned_end),
});
