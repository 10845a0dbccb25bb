import { Injectable } from '@nestjs/common';
import type { Permit } from '../../../domain/permits/permit';
import type { OverlappingWork } from '../../../domain/permits/same-people';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** What past its end still burns is watched until it is closed; everything else is over at its end. */
const SQL = `
  with named as (
    select id from permits where fire_watch_id = $1 and state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')
    union select permit_id from permit_welders where welder_id = any($2::text[])
  )
  select p.id, p.number, p.place_name as "placeName", p.lat, p.lng, p.radius_m as "radiusM", p.extends_id as "extendsId",
    p.fire_watch_id as "fireWatchId",
    array(select w.welder_id from permit_welders w where w.permit_id = p.id and w.welder_id = any($2::text[]) order by 1) as "welderIds"
  from permits p join named n on n.id = p.id
  where p.state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch') and p.id <> $3
    and p.planned_start < $5 and case when p.state = 'fire_watch' then greatest(p.watch_until, p.planned_end) else p.planned_end end > $4
    and (p.state = 'fire_watch' or p.planned_end > $6)
  order by p.id limit 50`;

/** Permits that name the same watcher or welders at the same time. Under the system's scope: people work for several firms. */
@Injectable()
export class SamePeople {
  async overlapping(tx: Tx, permit: Permit, at: Instant): Promise<OverlappingWork[]> {
    const { id, fireWatchId, welderIds, plannedStart, plannedEnd } = permit;
    return tx.prepared<OverlappingWork>(SQL, [
      fireWatchId,
      welderIds,
      id,
      new Date(plannedStart),
      new Date(plannedEnd),
      new Date(at),
    ]);
  }

  /** Two permits that name one watcher are submitted one after the other. */
  oneAtATime(tx: Tx, fireWatchId: string): void {
    tx.send(`select pg_advisory_xact_lock(hashtextextended('watcher:' || $1, 0))`, [fireWatchId]);
  }
}
