import { Injectable } from '@nestjs/common';
import type { EndReason, JobState } from '../../domain/jobs/job';
import { endedAs } from '../../domain/jobs/job-life-cycle';
import type { Instant } from '../../kernel/time';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipLocks, type Lock } from './chip-locks';
import { JobJournal } from './job-journal';
import { JobStore, type Job } from './job.store';

export interface Ending {
  /** The code that ends the job has locked it. */
  readonly job: Job;
  readonly reason: EndReason;
  /** What a person gave as the reason, or a chip as its error; for the audit trail. */
  readonly note?: string | null;
}

type Ended = Ending & { readonly state: JobState };

/** The one way in which a job ends, by a person or by the clock: state, lock, audit, news. */
@Injectable()
export class JobEnder {
  constructor(
    private readonly jobs: JobStore,
    private readonly locks: ChipLocks,
    private readonly journal: JobJournal,
  ) {}

  /** Jobs that are over already are passed by. */
  async end(tx: Tx, endings: readonly Ending[], actor: Actor, at: Instant): Promise<void> {
    const ended = endings.flatMap((ending): Ended[] => {
      const state = endedAs(ending.job.state, ending.reason);
      return state === null ? [] : [{ ...ending, state }];
    });
    if (ended.length === 0) return;
    this.jobs.end(
      tx,
      ended.map(({ job, state, reason }) => ({ id: job.id, state, reason })),
      at,
    );
    await this.locks.send(tx, await this.locksFor(tx, ended), at);
    await this.journal.record(tx, actor, at, ended.map(entryOf), 'job.ended');
  }

  /** The relay opens after the last job on a machine; in a handover the next one is about to be reserved. */
  private async locksFor(tx: Tx, ended: readonly Ended[]): Promise<Lock[]> {
    const candidates = ended.flatMap(({ job, reason }) =>
      job.chipNo === null || reason === 'handover'
        ? []
        : [{ chipNo: job.chipNo, jobId: job.id, reason, machineId: job.machineId }],
    );
    if (candidates.length === 0) return [];
    const free = await this.jobs.freeMachines(
      tx,
      candidates.map(({ machineId }) => machineId),
    );
    return candidates.filter(({ machineId }) => free.has(machineId));
  }
}

const entryOf = ({ job, reason, state, note }: Ended) => ({
  action: 'job.end',
  entityId: job.id,
  regionCode: job.regionCode,
  before: { state: job.state },
  after: { state, reason, note: note ?? undefined },
});
