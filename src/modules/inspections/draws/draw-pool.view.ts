import { Injectable } from '@nestjs/common';
import type { DrawOfficer, DrawTarget } from '../../../domain/inspections/draw-list';
import { stratumOf } from '../../../domain/inspections/strata';
import { subtreeRange, type RegionCode } from '../../../kernel/region-code';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

interface PoolRow {
  readonly id: string;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly dangerousTrade: boolean;
  readonly cases: number;
  readonly grave: number;
}

interface Repeat {
  readonly targetId: string;
  readonly name: string;
  readonly lastAt: Instant;
}

const YEAR = 365 * DAY;
/** A list is published whole: beyond this it is drawn town by town. */
export const MOST_TARGETS = 5_000;

/** The firms of a region with what makes their stratum. Nothing of a tip is looked at: a tip never decides who is drawn. */
@Injectable()
export class DrawPool {
  async targets(tx: Tx, regionCode: RegionCode, at: Instant): Promise<DrawTarget[]> {
    const { from, to } = subtreeRange(regionCode);
    const rows = await tx.query<PoolRow>(
      `select e.id, e.name, e.region_code as "regionCode", e.industry = 'chemical' as "dangerousTrade",
         count(v.id)::int as cases, count(v.id) filter (where v.severity = 3 or v.major_basis is not null)::int as grave
       from enterprises e left join violations v on v.enterprise_id = e.id and v.raised_at > $3 and v.state <> 'withdrawn'
         and v.source <> 'tip'
       where e.region_code >= $1 and e.region_code < $2 and e.status = 'active'
       group by e.id order by e.id limit $4`,
      [from, to, new Date(at - YEAR), MOST_TARGETS + 1],
    );
    return rows.map(({ id, name, regionCode: region, ...record }) => ({
      ...{ id, name, regionCode: region, stratum: stratumOf(record) },
    }));
  }

  /** Officials and grid workers of the caller's region who may be sent. */
  officers(tx: Tx, regionCode: RegionCode, roles: readonly string[]): Promise<DrawOfficer[]> {
    const { from, to } = subtreeRange(regionCode);
    return tx.query<DrawOfficer>(
      `select id, name, region_code as "regionCode" from users
       where roles && $1 and disabled_at is null and region_code >= $2 and region_code < $3 order by name, id limit 500`,
      [roles, from, to],
    );
  }

  /** Those of a list that were visited not long ago. */
  repeats(tx: Tx, ids: readonly string[], since: Instant): Promise<Repeat[]> {
    return tx.query<Repeat>(
      `select i.enterprise_id as "targetId", e.name, max(s.taken_at) as "lastAt"
       from inspections i join inspection_steps s on s.inspection_id = i.id and s.step = 'look'
         join enterprises e on e.id = i.enterprise_id
       where i.enterprise_id = any($1) and s.taken_at > $2 group by 1, 2 order by 3 desc limit 200`,
      [ids, new Date(since)],
    );
  }
}
