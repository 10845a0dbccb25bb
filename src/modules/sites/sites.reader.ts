import { Injectable } from '@nestjs/common';
import type { FixedArea, NearbySite, SiteFacts } from '../../domain/sites/site';
import { boundsAround, WIDEST_M, type Circle } from '../../domain/sites/site-area';
import type { Period } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import { columnsOf } from '../../platform/database/columns';
import { reaches } from '../../platform/database/reaches';
import type { Tx } from '../../platform/database/unit-of-work';
import { SiteRow } from '../../schema/sites/site.row';

export interface Surroundings {
  readonly sites: readonly NearbySite[];
  /** That hold for the whole time. */
  readonly fixedAreas: readonly FixedArea[];
  /** Enterprises whose welders or machines are named. */
  readonly takingPart: readonly string[];
}

/** Who orders the work, and whom and what it names. */
export interface Party {
  readonly enterpriseId: string | null;
  readonly welderIds?: readonly string[];
  readonly machineIds?: readonly string[];
}

/** An index by the southern and western edge finds a box only where it knows how wide a box may be. */
const WIDEST = 1.05 * WIDEST_M;

const SQL = `
  with part as (
    select enterprise_id from employments where welder_id = any($10) and since <= $8 and (until is null or until > $8)
    union select enterprise_id from machines where id = any($11) and enterprise_id is not null)
  select current_user as role, array(select enterprise_id from part) as "takingPart",
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'enterpriseId', s.enterprise_id, 'enterpriseName', e.name,
        'confirmed', s.confirmed, 'entered', s.entered) order by s.id), '[]')
      from sites s join enterprises e on e.id = s.enterprise_id
      where s.state <> 'withdrawn' and s.south between $5 and $3 and s.west between $6 and $4 and s.north >= $1 and s.east >= $2
        and (s.confirmed is not null or s.enterprise_id = $7 or s.enterprise_id in (select enterprise_id from part))) as sites,
    (select coalesce(jsonb_agg(jsonb_build_object('enterpriseId', a.enterprise_id, 'lat', a.lat, 'lng', a.lng, 'radiusM', a.radius_m)), '[]')
      from designated_areas a
      where a.enterprise_id is not null and a.lat between $1 and $3 and a.lng between $2 and $4 and a.valid_from <= $8 and (a.valid_to is null or a.valid_to >= $9)) as "fixedAreas"`;

/** A site that somebody may see, by its id: as it binds everybody, and as its own people see it. */
export interface ReadableSite extends Pick<NearbySite, 'id' | 'name' | 'confirmed'> {
  /** Null: it is not for the caller to see. */
  readonly entered: SiteFacts | null;
}

type Stored = NearbySite & Pick<SiteRow, 'regionCode'>;

const ONE = `select ${columnsOf(SiteRow, 's', ['id', 'name', 'enterpriseId', 'regionCode', 'confirmed', 'entered'])} from sites s
  where s.id = $1 and s.state <> 'withdrawn'`;

/** What later features may ask of sites. */
@Injectable()
export class SitesReader {
  /** Confirmed ones are for everybody to see; others for their enterprise and its officials. Under the system's scope. */
  async readableBy(tx: Tx, { scope }: Pick<Caller, 'scope'>, id: string): Promise<ReadableSite | null> {
    const [site] = await tx.query<Stored>(ONE, [id]);
    if (!site) return null;
    const entered = reaches(scope, site) ? site.entered : null;
    return entered || site.confirmed ? { id, name: site.name, confirmed: site.confirmed, entered } : null;
  }

  /**
   * Sites and fixed areas around a place of work, a little more than it touches: the domain measures exactly. Needs the
   * system's scope: what binds does not end at the fence. Unconfirmed sites are
   * those of whoever takes part: orders the work, employs a welder or owns a machine that is named.
   */
  async around(tx: Tx, circle: Circle, party: Party, { from, to }: Period): Promise<Surroundings> {
    const { south, west, north, east } = boundsAround(circle);
    const far = boundsAround({ ...circle, radiusM: circle.radiusM + WIDEST });
    const [row] = await tx.prepared<Surroundings & { role: string }>(SQL, [
      ...[south, west, north, east, far.south, far.west, party.enterpriseId],
      new Date(from),
      new Date(to),
      party.welderIds ?? [],
      party.machineIds ?? [],
    ]);
    if (row?.role !== 'hanan_system') throw new Error('sites are looked for under the system scope only');
    return { sites: row.sites, fixedAreas: row.fixedAreas, takingPart: row.takingPart };
  }
}
