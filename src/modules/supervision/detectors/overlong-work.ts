import { Injectable } from '@nestjs/common';
import type { Arc } from '../../../domain/arcs/arc';
import type { Finding } from '../../../domain/violations/finding';
import { overlongSince } from '../../../domain/violations/overlong';
import { HOUR, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { jobsRunningSince } from './views/overlong-work.view';

/** 超长时间作业: a job or an arc that goes on for more than a day, however it was permitted. */
@Injectable()
export class OverlongWork implements Detector {
  readonly name = 'overlong-work';

  constructor(private readonly rules: RulesReader) {}

  /** Jobs that run; machines without chip have no arcs. */
  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const limit = this.limitMs(at);
    const jobs = await jobsRunningSince(tx, at - limit);
    return jobs.flatMap(({ id, since, machineId, chipNo, welderId, permitId }) =>
      overlong(since, at, limit, { jobId: id, machineId, chipNo, welderId, permitId }),
    );
  }

  /** Arcs as they come in, also late ones that are long over. */
  ofArcs(arcs: readonly Arc[], at: Instant): Finding[] {
    const limit = this.limitMs(at);
    return arcs.flatMap((arc) =>
      overlong(arc.startedAt, arc.endedAt ?? arc.lastSeenAt, limit, {
        jobId: arc.claimedJobId,
        machineId: arc.machineId,
        chipNo: arc.chipNo,
        arcId: arc.id,
      }),
    );
  }

  private limitMs(at: Instant): number {
    return this.rules.book().value<number>('supervision.overlong-hours', {}, at) * HOUR;
  }
}

function overlong(from: Instant, to: Instant, limit: number, subjects: Partial<Finding>): Finding[] {
  const foundAt = overlongSince(from, to, limit);
  if (foundAt === null) return [];
  const evidence = { startedAt: new Date(from).toISOString(), hours: limit / HOUR };
  return [{ ...subjects, kind: 'overlong', source: 'detector', certainty: 'provisional', foundAt, evidence }];
}
