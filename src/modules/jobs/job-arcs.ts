import { Injectable } from '@nestjs/common';
import type { ChipObservation } from '../../domain/arcs/arc';
import type { Tx } from '../../platform/database/unit-of-work';

/** What a job remembers of its arcs: how long they burned, whether one burns now, when the last one did. */
@Injectable()
export class JobArcs {
  /** Counted for the job the chip named, also when it comes late. */
  addTime(tx: Tx, observations: readonly ChipObservation[]): void {
    const claimed = observations.flatMap(({ chipNo, arcMsByJob }) =>
      [...arcMsByJob].map(([jobId, arcMs]) => ({ chipNo, jobId, arcMs })),
    );
    if (claimed.length === 0) return;
    tx.send(
      `update jobs j set arc_ms = j.arc_ms + c.ms
       from (select x."jobId", x."chipNo", sum(x."arcMs") as ms
         from jsonb_to_recordset($1::jsonb) as x("jobId" text, "chipNo" text, "arcMs" float8) group by 1, 2) c
       where j.id = c."jobId" and j.chip_no = c."chipNo"`,
      [JSON.stringify(claimed)],
    );
  }

  /** For the jobs that run now. */
  noteActivity(tx: Tx, observations: readonly Pick<ChipObservation, 'chipNo' | 'arcOn' | 'lastArcAt'>[]): void {
    const activity = observations.map(({ chipNo, arcOn, lastArcAt }) => ({ chipNo, arcOn, lastArcAt }));
    tx.send(
      `update jobs j set arc_open = a."arcOn", last_arc_at = greatest(j.last_arc_at, to_timestamp(a."lastArcAt" / 1000))
       from jsonb_to_recordset($1::jsonb) as a("chipNo" text, "arcOn" boolean, "lastArcAt" float8)
       where j.chip_no = a."chipNo" and j.state = 'running'
         and (j.arc_open <> a."arcOn" or to_timestamp(a."lastArcAt" / 1000) > coalesce(j.last_arc_at, '-infinity'))`,
      [JSON.stringify(activity)],
    );
  }
}
