import { Injectable } from '@nestjs/common';
import { isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { openPoints, type MapPoint } from './map-points.view';
import type { PermitMap, PermitPoint } from './permit-list.dto';
import type { PermitMapQuery } from './permit-query.dto';
import { reachOf } from './query/list-reach.view';

const MOST = 500;

/** Open permits as points: those whose time is not over, and watches that still run. */
@Injectable()
export class ShowMap {
  constructor(private readonly uow: UnitOfWork) {}

  async execute({ caller, at }: Request, query: PermitMapQuery): Promise<PermitMap> {
    const reach = reachOf(caller);
    const rows = await this.uow.run(reach.scope, (tx) => openPoints(tx, reach, query, at, MOST + 1));
    return { items: rows.slice(0, MOST).map(toPoint), truncated: rows.length > MOST };
  }
}

/** Field by field: to spread a row costs four times as much, in lists of fifty and more. */
const toPoint = (row: MapPoint): PermitPoint => ({
  id: row.id,
  number: row.number,
  regime: row.regime,
  level: row.level,
  state: row.state,
  placeName: row.placeName,
  lat: row.lat,
  lng: row.lng,
  radiusM: row.radiusM,
  plannedStart: isoTime(row.plannedStart),
  plannedEnd: isoTime(row.plannedEnd),
});
