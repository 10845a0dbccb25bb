import { Injectable } from '@nestjs/common';
import {
  settledBefore,
  workedWithoutArcs,
  type PermitMachine,
  type WithoutArcsRule,
} from '../../../domain/violations/suspicions/permit-without-arcs';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

/** Long enough that a platform that was away for two nights misses nothing. */
const LOOK_BACK_MS = 3 * DAY;

/** Machines that a permit names, and those that jobs under it used. */
const MACHINES = `array(select x.machine_id from permit_machines x where x.permit_id = p.id
  union select j.machine_id from jobs j where j.permit_id = p.id and j.state <> 'failed')`;

/** An arc that may have burned then. Ten minutes either way: clocks of chips, and people who tap late. */
const ARC_SEEN = `exists (select 1 from arcs a where a.merged_into is null and (
  (a.machine_id = any(${MACHINES}) and coalesce(a.earliest_at, a.started_at) <= p.finished_at + interval '10 minutes'
    and coalesce(a.ended_at, a.last_seen_at) >= p.started_at - interval '10 minutes')
  or a.claimed_job_id in (select j.id from jobs j where j.permit_id = p.id)))`;

interface PermitRow {
  readonly id: string;
  readonly region_code: string;
  readonly started_at: number;
  readonly finished_at: number;
  readonly closed_at: number;
  readonly machines: readonly PermitMachine[];
  readonly arc_seen: boolean;
}

/** 有票无弧: work was permitted, begun and ended, and no chip of its machines saw an arc. Once for each permit. */
@Injectable()
export class PermitsWithoutArcs implements Detector {
  readonly name = 'permits-without-arcs';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rule = this.rules.book().value<WithoutArcsRule>('supervision.permit-without-arcs', {}, at);
    const settled = settledBefore(rule, at);
    const rows = await tx.prepared<PermitRow>(
      `select p.id, p.region_code, ${epochMs('p.started_at')} as started_at, ${epochMs('p.finished_at')} as finished_at,
         ${epochMs('p.closed_at')} as closed_at, ${ARC_SEEN} as arc_seen,
         (select coalesce(jsonb_agg(jsonb_build_object('boundAt', ${epochMs('b.bound_at')}, 'unboundAt', ${epochMs('b.unbound_at')},
             'heardAt', ${epochMs('c.last_seen_at')})), '[]')
           from unnest(${MACHINES}) as m(id)
           left join lateral (select * from chip_bindings b where b.machine_id = m.id and b.bound_at <= p.started_at
             order by b.bound_at desc limit 1) b on true
           left join chip_states c on c.chip_no = b.chip_no) as machines
       from permits p
       where p.state = 'closed' and p.closed_at >= $1 and p.closed_at < $2 and p.started_at is not null and p.finished_at is not null
         and p.extends_id is null and not exists (select 1 from permits e where e.extends_id = p.id)`,
      [new Date(settled - LOOK_BACK_MS), new Date(settled)],
    );
    return rows.filter((row) => isSuspicious(row, rule)).map(findingOf);
  }

  /** What a chip held back came in after all. */
  async explained(tx: Tx): Promise<string[]> {
    const rows = await tx.prepared<{ id: string }>(
      `select v.id from violations v join permits p on p.id = v.permit_id
       where v.kind = 'off-platform' and v.source = 'detector' and v.state = 'open' and v.cause = 'off-platform:permit:' || p.id
         and ${ARC_SEEN}`,
      [],
    );
    return rows.map(({ id }) => id);
  }
}

const isSuspicious = (
  { started_at: startedAt, finished_at: finishedAt, machines, arc_seen: arcSeen }: PermitRow,
  rule: WithoutArcsRule,
): boolean => workedWithoutArcs({ startedAt, finishedAt, machines, arcSeen }, rule);

/** It names no machine: that none of the named ones burned is all that is known. */
const findingOf = (row: PermitRow): Finding => ({
  kind: 'off-platform',
  source: 'detector',
  certainty: 'provisional',
  permitId: row.id,
  regionCode: row.region_code,
  foundAt: row.closed_at,
  evidence: { reason: 'permit-without-arcs', closedAt: row.closed_at },
});
