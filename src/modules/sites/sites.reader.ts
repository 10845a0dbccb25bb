import { Injectable } from '@nestjs/common';
import type { FixedArea, NearbySite } from '../../domain/sites/site';
import { boundsAround, WIDEST_M, type Circle } from '../../domain/sites/site-area';
import type { Period } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface Surroundings {
  readonly sites: readonly NearbySite[];
  /** That hold for the whole time. */
  readonly fixedAreas: readonly FixedArea[];
}

/** An index by the southern and western edge finds a box only where it knows how wide a box may be. */
const WIDEST = 1.05 * WIDEST_M;

const SQL = `
  select current_user as role,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'enterpriseId', s.enterprise_id, 'enterpriseName', e.name,
        'confirmed', s.confirmed, 'entered', s.entered) order by s.id), '[]')
      from sites s join enterprises e on e.id = s.enterprise_id
      where s.state <> 'withdrawn' and s.south between $5 and $3 and s.west between $6 and $4 and s.north >= $1 and s.east >= $2
        and (s.confirmed is not null or s.enterprise_id = $7)) as sites,
    (select coalesce(jsonb_agg(jsonb_build_object('enterpriseId', a.enterprise_id, 'lat', a.lat, 'lng', a.lng, 'radiusM', a.radius_m)), '[]')
      from designated_areas a
      where a.enterprise_id is not null and a.lat between $1 and $3 and a.lng between $2 and $4 and a.valid_from <= $8 and (a.valid_to is null or a.valid_to >= $9)) as "fixedAreas"`;

/** What later features may ask of sites. */
@Injectable()
export class SitesReader {
  /**
   * Sites and fixed areas around a place of work, a little more than it touches: the domain measures exactly. Needs the
   * system's scope: what binds does not end at the fence. Unconfirmed sites are those of `enterpriseId` alone.
   */
  async around(tx: Tx, circle: Circle, enterpriseId: string | null, { from, to }: Period): Promise<Surroundings> {
    const { south, west, north, east } = boundsAround(circle);
    const far = boundsAround({ ...circle, radiusM: circle.radiusM + WIDEST });
    const [row] = await tx.named<Surroundings & { role: string }>('sites-around', SQL, [
      ...[south, west, north, east, far.south, far.west, enterpriseId],
      new Date(from),
      new Date(to),
    ]);
    if (row?.role !== 'hanan_system') throw new Error('sites are looked for under the system scope only');
    return { sites: row.sites, fixedAreas: row.fixedAreas };
  }
}
