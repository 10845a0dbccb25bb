import { Injectable } from '@nestjs/common';
import {
  responsibleFor,
  type PlaceInGrid,
  type Responsible,
  type StaffedGrid,
} from '../../../domain/regions/responsible';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UsersReader } from '../../identity/users.reader';

const COUNTY_DIGITS = 6;

/** Who looks after a place. */
@Injectable()
export class GridsReader {
  constructor(private readonly users: UsersReader) {}

  async responsibleFor(tx: Tx, place: PlaceInGrid, at: Instant): Promise<Responsible> {
    const grids = await tx.query<StaffedGrid>(
      `select g.code, g.region_code as "regionCode", g.outline, s.people from grids g,
         lateral (select serving_in_grid(g.code, $1, $2) as people) s
       where g.closed_at is null and s.people is not null and starts_with(g.region_code, $3) order by g.code`,
      [place.regionCode, shanghaiDate(at), place.regionCode.slice(0, COUNTY_DIGITS)],
    );
    const town = await this.users.withRole(tx, { role: 'grid-worker', regionCode: place.regionCode });
    return responsibleFor(place, grids, town.map(({ id }) => id)); // prettier-ignore
  }
}
