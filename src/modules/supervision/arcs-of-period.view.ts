import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ArcRow } from '../../schema/telemetry/arc.row';

/** Where the next page of arcs begins. */
export interface ArcCursor {
  readonly startedAt: Instant;
  readonly id: string;
}

export interface ArcPage {
  readonly arcs: Arc[];
  readonly next: ArcCursor | null;
}

const NAMES = [
  'id', 'chipNo', 'machineId', 'boot', 'outlet', 'startUp', 'startedAt', 'earliestAt', 'endedAt', 'lastSeenAt', 'arcMs', 'peakA',
  'claimedJobId', 'sampleMs',
] as const; // prettier-ignore

type StoredArc = Pick<ArcRow, (typeof NAMES)[number]>;

const ARC = columnsOf(ArcRow, 'a', NAMES);

/** Arcs page by page in order of their beginning; those merged into another one left out. */
@Injectable()
export class ArcsOfPeriodView {
  /** Those that began in a period. */
  async page(tx: Tx, after: ArcCursor, to: Instant, limit: number): Promise<ArcPage> {
    const rows = await tx.query<StoredArc>(
      `select ${ARC} from arcs a where merged_into is null and (started_at, id) > ($1, $2) and started_at < $3
       order by started_at, id limit $4`,
      [new Date(after.startedAt), after.id, new Date(to), limit],
    );
    return toPage(rows, limit);
  }

  /** Those of machines that may have burned in a period, however its ends are known. */
  async ofMachines(tx: Tx, machineIds: readonly string[], from: Instant, to: Instant): Promise<Arc[]> {
    const rows = await tx.query<StoredArc>(
      `select ${ARC} from arcs a
       where machine_id = any($1) and merged_into is null and coalesce(earliest_at, started_at) <= $3 and coalesce(ended_at, last_seen_at) >= $2
       order by started_at, id`,
      [machineIds, new Date(from), new Date(to)],
    );
    return rows.map(toArc);
  }

  /** Those that were judged to have burned under a job of this welder. */
  async pageOfWelder(tx: Tx, welderId: string, after: ArcCursor, limit: number): Promise<ArcPage> {
    const rows = await tx.query<StoredArc>(
      `select ${ARC}
       from arcs a where a.merged_into is null and (a.started_at, a.id) > ($1, $2)
         and a.machine_id in (select machine_id from jobs where welder_id = $3)
         and exists (select 1 from arc_verdicts v join jobs j on j.id = v.job_id
           where v.arc_id = a.id and v.rule = 'platform' and j.welder_id = $3)
       order by a.started_at, a.id limit $4`,
      [new Date(after.startedAt), after.id, welderId, limit],
    );
    return toPage(rows, limit);
  }
}

function toPage(rows: readonly StoredArc[], limit: number): ArcPage {
  const last = rows.at(-1);
  return {
    arcs: rows.map(toArc),
    next: last && rows.length === limit ? { startedAt: last.startedAt, id: last.id } : null,
  };
}

const toArc = ({ startUp, arcMs, ...arc }: StoredArc): Arc => ({
  ...arc,
  startUp: Number(startUp),
  arcMs: Number(arcMs),
});
