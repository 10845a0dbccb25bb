import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ChipLocks } from '../chip-locks';
import { JobEnder } from '../job-ender';
import { JobStore } from '../job.store';

/** Takes power from chips that must not give any: their jobs end, and the relay opens whatever runs. */
@Injectable()
export class StopChips {
  constructor(
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    private readonly locks: ChipLocks,
  ) {}

  /** How many jobs ended. Runs in a scope that sees the jobs wherever they are. */
  async execute(tx: Tx, chipNos: readonly string[], actor: Actor, at: Instant): Promise<number> {
    const jobs = await this.jobs.lockOpenOfChips(tx, chipNos);
    await this.ender.end(
      tx,
      jobs.map((job) => ({ job, reason: 'machine-out' as const })),
      actor,
      at,
    );
    await this.locks.send(
      tx,
      chipNos.map((chipNo) => ({ chipNo, jobId: null, reason: 'chip-blocked' })),
      at,
    );
    return jobs.length;
  }
}
