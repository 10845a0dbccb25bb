import { Injectable } from '@nestjs/common';
import type { EndReason } from '../../domain/jobs/job';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
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
  ) {}

  async finish(request: Request, id: string): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.own(request.caller, id);
    return job.ok ? ok(await this.end(request, id, 'finished')) : job;
  }

  /** The regulator's order: power goes at once. */
  async stop(request: Request, id: string, note: string): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.visible(request.caller, id);
    return job.ok ? ok(await this.end(request, id, 'stop-order', note)) : job;
  }

  private async end(request: Request, id: string, reason: EndReason, note?: string): Promise<JobView> {
    const { caller, at } = request;
    return this.uow.run(systemScope('end-job'), async (tx) => {
      const jobs = await this.jobs.lock(tx, [id]);
      await this.ender.end(
        tx,
        jobs.map((job) => ({ job, reason, note })),
        caller,
        at,
      );
      return this.views.one({ ...request, tx }, id);
    });
  }
}
