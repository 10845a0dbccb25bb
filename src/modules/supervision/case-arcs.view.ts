import { Injectable } from '@nestjs/common';
import { lengthOf, type CaseArc } from '../../domain/violations/evidence/arc-evidence';
import type { ViolationKind } from '../../domain/violations/violation-kinds';
import { isoTimeOrNull } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ViolationArc } from './case-parts.dto';
import type { ArcRow } from '../../schema/telemetry/arc.row';
import type { ArcVerdictRow } from '../../schema/supervision/arc-verdict.row';

/** An arc of a case with machine, welder and the verdict that it was last given. */
export interface ShownArc
  extends
    CaseArc,
    Pick<ArcRow, 'id' | 'chipNo' | 'machineId' | 'outlet'>,
    Pick<ArcVerdictRow, 'jobId' | 'verdict' | 'version'> {
  readonly machineName: string | null;
  readonly machineCode: string | null;
  readonly welderName: string | null;
  readonly judgedAt: number;
}

/** More are counted, not shown. */
const MOST = 200;

/**
 * Each arc once, also where late evidence showed that it is part of another. Its text follows the last version that speaks
 * of the case's kind; beside it stands the version in force now. What an arc burned for is shown to whoever sees the case.
 */
const SQL = `
  select distinct on (a.started_at, a.id) a.id, a.chip_no as "chipNo", a.machine_id as "machineId", a.outlet,
    nullif(concat_ws(' ', m.model, m.serial_number), '') as "machineName", m.code as "machineCode", w.name as "welderName",
    ${epochMs('a.started_at')} as "startedAt", ${epochMs('a.earliest_at')} as "earliestAt", ${epochMs('a.ended_at')} as "endedAt",
    ${epochMs('a.last_seen_at')} as "lastSeenAt", a.peak_a as "peakA", l.cleared_at is not null as cleared,
    coalesce(said.detail, '{}') as detail, coalesce(now.job_id, said.job_id) as "jobId", coalesce(now.verdict, $2) as verdict,
    coalesce(now.version, 1) as version, ${epochMs('coalesce(now.judged_at, l.linked_at)')} as "judgedAt"
  from violation_arcs l
  join arcs o on o.id = l.arc_id
  join arcs a on a.id = coalesce(o.merged_into, o.id)
  left join lateral (select * from arc_verdicts v where v.arc_id in (a.id, o.id) and v.verdict = $2
    order by v.arc_id = a.id desc, v.version desc limit 1) said on true
  left join lateral (select * from arc_verdicts v where v.arc_id = said.arc_id and v.rule = said.rule
    order by v.version desc limit 1) now on true
  left join machines m on m.id = a.machine_id
  left join jobs j on j.id = coalesce(now.job_id, said.job_id)
  left join welders w on w.id = j.welder_id
  where l.violation_id = $1
  order by a.started_at, a.id, l.cleared_at nulls first limit ${MOST}`;

@Injectable()
export class CaseArcs {
  of(tx: Tx, violationId: string, kind: ViolationKind): Promise<ShownArc[]> {
    return tx.query<ShownArc>(SQL, [violationId, kind]);
  }
}

export const shownArc = (arc: ShownArc): ViolationArc => ({
  id: arc.id,
  chipNo: arc.chipNo,
  machineId: arc.machineId,
  machineName: arc.machineName,
  machineCode: arc.machineCode,
  outlet: arc.outlet,
  welderName: arc.welderName,
  jobId: arc.jobId,
  startedAt: new Date(arc.startedAt).toISOString(),
  timeKnown: arc.earliestAt === null,
  endedAt: isoTimeOrNull(arc.endedAt),
  lengthMs: Math.round(lengthOf(arc)),
  peakA: arc.peakA,
  verdict: arc.verdict,
  version: arc.version,
  judgedAt: new Date(arc.judgedAt).toISOString(),
  cleared: arc.cleared,
});
