import { Injectable } from '@nestjs/common';
import type { Bounds } from '../../../domain/sites/site-area';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DesignatedAreaRow } from '../../../schema/registry/designated-area.row';
import { WorkshopRow } from '../../../schema/sites/workshop.row';
import type { WorkshopQuery } from './workshop.dto';

const NAMES = [
  'id', 'name', 'ownerWelderId', 'enterpriseId', 'regionCode', 'lat', 'lng', 'radiusM', 'placeKinds', 'askedBy', 'askedAt',
  'gridConfirmedBy', 'gridConfirmedAt', 'countyConfirmedBy', 'countyConfirmedAt', 'refusedBecause', 'designatedAreaId',
  'endedAt', 'endedBecause', 'endedParams',
] as const; // prettier-ignore

/** `endedAt`: since when the place no longer allows it; why is the code and the parameters of a text. */
export interface Workshop extends Readonly<Pick<WorkshopRow, (typeof NAMES)[number]>> {
  readonly ownerName: string;
  readonly validTo: Instant | null;
  readonly endedParams: Readonly<Record<string, unknown>> | null;
}

const SELECT = `select ${columnsOf(WorkshopRow, 's', NAMES)}, coalesce(w.name, e.name, '') as "ownerName", a.valid_to as "validTo"
  from workshops s left join welders w on w.id = s.owner_welder_id left join enterprises e on e.id = s.enterprise_id
  left join designated_areas a on a.id = s.designated_area_id`;

const OF_STANDING = ['id', 'name', 'ownerWelderId', 'enterpriseId'] as const;
const OF_AREA = ['regionCode', 'lat', 'lng', 'radiusM', 'placeKinds', 'validTo'] as const;

/** A workshop that is a fixed work point now. */
export interface StandingWorkshop
  extends
    Readonly<Pick<WorkshopRow, (typeof OF_STANDING)[number]>>,
    Readonly<Pick<DesignatedAreaRow, (typeof OF_AREA)[number]>> {
  readonly areaId: string;
  readonly validTo: Instant;
}

/** No workshop is wider than 300 m; in degrees, of longitude up to 60° north. */
const WIDEST = 300 / 50_000;

/** Workshops as they are stored, with their owners and the fixed work points that they became. */
@Injectable()
export class StoredWorkshops {
  async lock(tx: Tx, id: string): Promise<Workshop | null> {
    return (await tx.query<Workshop>(`${SELECT} where s.id = $1 for update of s`, [id]))[0] ?? null;
  }

  list(tx: Tx, { state, limit, cursor }: WorkshopQuery): Promise<Workshop[]> {
    return tx.query<Workshop>(
      `${SELECT} where s.id < coalesce($1, 'Z')
         and ($2::text is null or $2 = case when s.refused_at is not null then 'refused'
           when s.designated_area_id is not null then 'confirmed' else 'asked' end)
       order by s.id desc limit $3`,
      [cursor ?? null, state ?? null, limit + 1],
    );
  }

  /** Around a site, a little more than touch it. */
  standingNear(tx: Tx, { south, west, north, east }: Bounds, at: Instant): Promise<StandingWorkshop[]> {
    return tx.query<StandingWorkshop>(
      `select ${columnsOf(WorkshopRow, 's', OF_STANDING)}, ${columnsOf(DesignatedAreaRow, 'a', OF_AREA)}, a.id as "areaId"
       from workshops s join designated_areas a on a.id = s.designated_area_id
       where a.valid_to > $1 and a.closing_since is null and a.lat between $2 and $3 and a.lng between $4 and $5
       order by a.id for no key update of a`,
      [new Date(at), south - WIDEST, north + WIDEST, west - WIDEST, east + WIDEST],
    );
  }
}
