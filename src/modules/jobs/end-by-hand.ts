import { Injectable } from '@nestjs/common';
import type { EndReason } from '../../domain/jobs/job';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import type { JobView } from './job.dto';
import { JobEnder } from './job-ender';
import { JobStore } from './job.store';
import { JobViews } from './job.view';
import { OwnJobs } from './own-jobs';

/** A person ends a job. One that is over already stays as it is: a tap repeated by a bad network is no fault. */
@Injectable()
export class EndByHand {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    private readonly views: JobViews,
    private readonly clock: Clock,
  ) {}

  async finish(caller: Caller, id: string, language: Language): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.own(caller, id);
    return job.ok ? ok(await this.end(caller, id, 'finished', undefined, language)) : job;
  }

  /** The regulator's order: power goes at once. */
  async stop(caller: Caller, id: string, note: string, language: Language): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.visible(caller, id);
    return job.ok ? ok(await this.end(caller, id, 'stop-order', note, language)) : job;
  }

  private async end(
    caller: Caller,
    id: string,
    reason: EndReason,
    note: string | undefined,
    language: Language,
  ): Promise<JobView> {
    const at = this.clock.now();
    return this.uow.run(systemScope('end-job'), async (tx) => {
      const jobs = await this.jobs.lock(tx, [id]);
      await this.ender.end(
        tx,
        jobs.map((job) => ({ job, reason, note })),
        caller,
        at,
      );
      return this.views.one(tx, id, language, at);
    });
  }
}
