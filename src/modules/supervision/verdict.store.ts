import { Injectable } from '@nestjs/common';
import type { Verdict } from '../../domain/arcs/judge-arc';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface NewVerdict extends Verdict {
  readonly arcId: string;
  readonly version: number;
}

/** Verdict versions beside the arc: added, never changed or deleted. */
@Injectable()
export class VerdictStore {
  add(tx: Tx, verdicts: readonly NewVerdict[], at: Instant): void {
    tx.send(
      `insert into arc_verdicts (arc_id, rule, version, verdict, job_id, judged_at, detail)
       select v.arc_id, v.rule, v.version, v.verdict, v.job_id, $7::timestamptz, v.detail
       from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::jsonb[]) as v(arc_id, rule, version, verdict, job_id, detail)
       on conflict do nothing`,
      [
        verdicts.map((one) => one.arcId),
        verdicts.map((one) => one.rule),
        verdicts.map((one) => one.version),
        verdicts.map((one) => one.verdict),
        verdicts.map((one) => one.jobId),
        verdicts.map((one) => JSON.stringify(one.detail)),
        new Date(at),
      ],
    );
  }
}
