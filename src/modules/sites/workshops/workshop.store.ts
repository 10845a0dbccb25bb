import { Injectable } from '@nestjs/common';
import type { Confirmer } from '../../../domain/sites/workshop';
import type { Bounds } from '../../../domain/sites/site-area';
import type { Refusal } from '../../../kernel/refusal';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { WorkshopQuery } from './workshop.dto';

export interface Workshop {
  readonly id: string;
  readonly name: string;
  readonly ownerWelderId: string | null;
  readonly enterpriseId: string | null;
  readonly ownerName: string;
  readonly regionCode: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly placeKinds: readonly string[];
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly gridConfirmedBy: string | null;
  readonly gridConfirmedAt: Instant | null;
  readonly countyConfirmedBy: string | null;
  readonly countyConfirmedAt: Instant | null;
  readonly refusedBecause: string | null;
  readonly designatedAreaId: string | null;
  readonly validTo: Instant | null;
  /** Since when the place no longer allows it, and why: code and parameters of a text. */
  readonly endedAt: Instant | null;
  readonly endedBecause: string | null;
  readonly endedParams: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = `s.id, s.name, s.owner_welder_id as "ownerWelderId", s.enterprise_id as "enterpriseId",
  coalesce(w.name, e.name, '') as "ownerName", s.region_code as "regionCode", s.lat, s.lng, s.radius_m as "radiusM",
  s.place_kinds as "placeKinds", s.asked_by as "askedBy", s.asked_at as "askedAt", s.grid_confirmed_by as "gridConfirmedBy",
  s.grid_confirmed_at as "gridConfirmedAt", s.county_confirmed_by as "countyConfirmedBy",
  s.county_confirmed_at as "countyConfirmedAt", s.refused_because as "refusedBecause",
  s.designated_area_id as "designatedAreaId", a.valid_to as "validTo",
  s.ended_at as "endedAt", s.ended_because as "endedBecause", s.ended_params as "endedParams"`;
const FROM = `workshops s left join welders w on w.id = s.owner_welder_id left join enterprises e on e.id = s.enterprise_id
  left join designated_areas a on a.id = s.designated_area_id`;

/** A workshop that is a fixed work point now. */
export type StandingWorkshop = Pick<
  Workshop,
  'id' | 'name' | 'ownerWelderId' | 'enterpriseId' | 'regionCode' | 'lat' | 'lng' | 'radiusM'
> & {
  readonly areaId: string;
  readonly placeKinds: readonly string[];
  readonly validTo: Instant;
};

/** No workshop is wider than 300 m; in degrees, of longitude up to 60° north. */
const WIDEST = 300 / 50_000;

type NewWorkshop = Pick<
  Workshop,
  'id' | 'name' | 'ownerWelderId' | 'enterpriseId' | 'regionCode' | 'lat' | 'lng' | 'radiusM' | 'placeKinds' | 'askedBy'
>;

@Injectable()
export class WorkshopStore {
  /** False where another request of theirs waits. */
  async insert(tx: Tx, one: NewWorkshop, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `insert into workshops (id, name, owner_welder_id, enterprise_id, region_code, lat, lng, radius_m, place_kinds, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        ...[one.id, one.name, one.ownerWelderId, one.enterpriseId, one.regionCode, one.lat, one.lng, one.radiusM],
        one.placeKinds,
        one.askedBy,
        new Date(at),
      ],
    );
    return rows.length > 0;
  }

  async lock(tx: Tx, id: string): Promise<Workshop | null> {
    const [row] = await tx.query<Workshop>(`select ${COLUMNS} from ${FROM} where s.id = $1 for update of s`, [id]);
    return row ?? null;
  }

  async list(tx: Tx, { state, limit, cursor }: WorkshopQuery): Promise<Workshop[]> {
    return tx.query<Workshop>(
      `select ${COLUMNS} from ${FROM} where s.id < coalesce($1, 'Z')
         and ($2::text is null or $2 = case when s.refused_at is not null then 'refused'
           when s.designated_area_id is not null then 'confirmed' else 'asked' end)
       order by s.id desc limit $3`,
      [cursor ?? null, state ?? null, limit + 1],
    );
  }

  /** Around a site, a little more than touch it. */
  async standingNear(tx: Tx, { south, west, north, east }: Bounds, at: Instant): Promise<StandingWorkshop[]> {
    return tx.query<StandingWorkshop>(
      `select s.id, s.name, s.owner_welder_id as "ownerWelderId", s.enterprise_id as "enterpriseId", a.region_code as "regionCode", a.lat, a.lng, a.radius_m as "radiusM",
         a.id as "areaId", a.place_kinds as "placeKinds", a.valid_to as "validTo"
       from workshops s join designated_areas a on a.id = s.designated_area_id
       where a.valid_to > $1 and a.closing_since is null and a.lat between $2 and $3 and a.lng between $4 and $5
       order by a.id for no key update of a`,
      [new Date(at), south - WIDEST, north + WIDEST, west - WIDEST, east + WIDEST],
    );
  }

  async confirm(tx: Tx, id: string, as: Confirmer, by: string, at: Instant): Promise<void> {
    await tx.query(`update workshops set ${as}_confirmed_by = $2, ${as}_confirmed_at = $3 where id = $1`, [
      id,
      by,
      new Date(at),
    ]);
  }

  async settle(tx: Tx, id: string, areaId: string): Promise<void> {
    await tx.query('update workshops set designated_area_id = $2 where id = $1', [id, areaId]);
  }

  async end(tx: Tx, id: string, { code, params = {} }: Pick<Refusal, 'code' | 'params'>, at: Instant): Promise<void> {
    await tx.query('update workshops set ended_at = $2, ended_because = $3, ended_params = $4 where id = $1', [
      id,
      new Date(at),
      code,
      JSON.stringify(params),
    ]);
  }

  async refuse(tx: Tx, id: string, by: string, reason: string, at: Instant): Promise<void> {
    await tx.query('update workshops set refused_by = $2, refused_because = $3, refused_at = $4 where id = $1', [
      id,
      by,
      reason,
      new Date(at),
    ]);
  }
}
