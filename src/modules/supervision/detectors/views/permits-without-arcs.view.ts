import type { PermitMachine } from '../../../../domain/violations/suspicions/permit-without-arcs';
import type { Instant } from '../../../../kernel/time';
import { epochMs } from '../../../../platform/database/epoch-ms';
import type { Tx } from '../../../../platform/database/unit-of-work';
import type { PermitRow } from '../../../../schema/permits/permit.row';

/** Machines that a permit names, and those that jobs under it used. */
const MACHINES = `array(select x.machine_id from permit_machines x where x.permit_id = p.id
  union select j.machine_id from jobs j where j.permit_id = p.id and j.state <> 'failed')`;

/** An arc that may have burned then. Ten minutes either way: clocks of chips, and people who tap late. */
const ARC_SEEN = `exists (select 1 from arcs a where a.merged_into is null and (
  (a.machine_id = any(${MACHINES}) and coalesce(a.earliest_at, a.started_at) <= p.finished_at + interval '10 minutes'
    and coalesce(a.ended_at, a.last_seen_at) >= p.started_at - interval '10 minutes')
  or a.claimed_job_id in (select j.id from jobs j where j.permit_id = p.id)))`;

export interface EndedPermit extends Pick<PermitRow, 'id' | 'regionCode'> {
  readonly startedAt: NonNullable<PermitRow['startedAt']>;
  readonly finishedAt: NonNullable<PermitRow['finishedAt']>;
  readonly closedAt: NonNullable<PermitRow['closedAt']>;
  readonly machines: readonly PermitMachine[];
  readonly arcSeen: boolean;
}

/** Permits that were closed in a period after work, none of them an extension or extended. */
export const endedPermits = (tx: Tx, from: Instant, to: Instant): Promise<EndedPermit[]> =>
  tx.prepared<EndedPermit>(
    `select p.id, p.region_code as "regionCode", p.started_at as "startedAt", p.finished_at as "finishedAt", p.closed_at as "closedAt",
       ${ARC_SEEN} as "arcSeen",
       (select coalesce(jsonb_agg(jsonb_build_object('boundAt', ${epochMs('b.bound_at')}, 'unboundAt', ${epochMs('b.unbound_at')},
           'heardAt', ${epochMs('c.last_seen_at')})), '[]')
         from unnest(${MACHINES}) as m(id)
         left join lateral (select * from chip_bindings b where b.machine_id = m.id and b.bound_at <= p.started_at
           order by b.bound_at desc limit 1) b on true
         left join chip_states c on c.chip_no = b.chip_no) as machines
     from permits p
     where p.state = 'closed' and p.closed_at >= $1 and p.closed_at < $2 and p.started_at is not null and p.finished_at is not null
       and p.extends_id is null and not exists (select 1 from permits e where e.extends_id = p.id)`,
    [new Date(from), new Date(to)],
  );

/** Open suspicions whose permit has an arc after all. */
export const suspicionsWithArc = (tx: Tx): Promise<{ readonly id: string }[]> =>
  tx.prepared<{ id: string }>(
    `select v.id from violations v join permits p on p.id = v.permit_id
     where v.kind = 'off-platform' and v.source = 'detector' and v.state = 'open' and v.cause = 'off-platform:permit:' || p.id
       and ${ARC_SEEN}`,
    [],
  );
