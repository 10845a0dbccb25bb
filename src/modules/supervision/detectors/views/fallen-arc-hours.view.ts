import type { Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { userEnterpriseOf } from '../../../registry/machine-user';

const HOURS = (when: string): string =>
  `coalesce(sum(extract(epoch from coalesce(a.ended_at, a.last_seen_at) - a.started_at)) filter (where ${when}), 0)::float8 / 3600`;

interface ArcHours {
  readonly recent: number;
  readonly before: number;
}

export interface MachineHours extends ArcHours {
  readonly id: string;
  readonly chipNo: string;
}

export interface SuspectHours extends ArcHours {
  /** Of the violation. */
  readonly id: string;
  readonly inService: boolean;
}

/** Two stretches of time up to now: the earlier one begins at `before`, the later one at `recent`. */
export interface Since {
  readonly before: Instant;
  readonly recent: Instant;
}

/** How long machines burned whose enterprise works under permits, and of which nobody was told since. */
export const machineHours = (tx: Tx, facet: string, since: Since, at: Instant): Promise<MachineHours[]> =>
  tx.prepared<MachineHours>(
    `select m.id, b.chip_no as "chipNo", ${HOURS('a.started_at >= $2')} as recent, ${HOURS('a.started_at < $2')} as before
     from machines m join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
       join arcs a on a.machine_id = m.id and a.started_at >= $1 and a.started_at < $3 and a.merged_into is null
     where m.status = 'in-service'
       and exists (select 1 from chip_bindings o where o.machine_id = m.id and o.bound_at <= $2)
       and exists (select 1 from permits p where p.enterprise_id = ${userEnterpriseOf('m')} and p.started_at >= $2 and p.started_at < $3)
       and not exists (select 1 from violations v
         where v.cause = 'modified-machine:machine:' || m.id || ':' || $4::text and v.last_at > $1)
     group by m.id, b.chip_no`,
    [new Date(since.before), new Date(since.recent), new Date(at), facet],
  );

/** How long the machines of open suspicions burned. */
export const suspectHours = (tx: Tx, facet: string, since: Since, at: Instant): Promise<SuspectHours[]> =>
  tx.prepared<SuspectHours>(
    `select v.id, m.status = 'in-service' as "inService", ${HOURS('a.started_at >= $2')} as recent, ${HOURS('a.started_at < $2')} as before
     from violations v join machines m on m.id = v.machine_id
       left join arcs a on a.machine_id = m.id and a.started_at >= $1 and a.started_at < $3 and a.merged_into is null
     where v.kind = 'modified-machine' and v.source = 'detector' and v.state = 'open'
       and v.cause = 'modified-machine:machine:' || m.id || ':' || $4::text
     group by v.id, m.status`,
    [new Date(since.before), new Date(since.recent), new Date(at), facet],
  );
