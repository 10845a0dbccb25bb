import { Injectable } from '@nestjs/common';
import type { EndReason } from '../../domain/jobs/job';
import { stopOrder } from '../../domain/jobs/stop-order';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FileStore } from '../../platform/files/file-store';
import { RulesReader } from '../rules/rules.reader';
import type { JobView } from './job.dto';
import { JobEnder } from './job-ender';
import { JobStore } from './job.store';
import { JobViews } from './job.view';
import { OwnJobs } from './own-jobs';
import { StopOrderStore } from './stop-orders/stop-order.store';

/** A person ends a job. One that is over already stays as it is: a tap repeated by a bad network is no fault. */
@Injectable()
export class EndByHand {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    private readonly views: JobViews,
    private readonly orders: StopOrderStore,
    private readonly files: FileStore,
    private readonly rules: RulesReader,
  ) {}

  async finish(request: Request, id: string): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.own(request.caller, id);
    return job.ok ? ok(await this.end(request, id, 'finished')) : job;
  }

  /** The authority's order: power goes at once. An inspector's waits for the regulator to confirm it. */
  async stop(
    request: Request,
    id: string,
    reason: string,
    photoId: string | null = null,
  ): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.inCharge(request.caller, id);
    return job.ok ? this.stopNow(request, id, { reason, photoId }) : job;
  }

  private stopNow(
    request: Request,
    id: string,
    why: { reason: string; photoId: string | null },
  ): Promise<Result<JobView, Refusal>> {
    const { caller, at } = request;
    return this.uow.run(systemScope('stop-job'), async (tx): Promise<Result<JobView, Refusal>> => {
      const photo = why.photoId === null ? null : await this.files.read(tx, why.photoId);
      if (why.photoId !== null && photo?.uploadedBy !== caller.userId)
        return refused(wrongField('photoId', 'job.photo-unknown'));
      const open = (await this.jobs.lock(tx, [id])).filter(({ state }) => state === 'reserved' || state === 'running');
      for (const job of open) {
        await this.ender.end(tx, [{ job, reason: 'stop-order', note: why.reason }], caller, at);
        const order = stopOrder(caller.roles, job.regionCode, this.rules.book(), at);
        const { regionCode } = job;
        await this.orders.insert(tx, { ...order, ...why, jobId: id, regionCode, orderedBy: caller.userId }, at);
      }
      return ok(await this.views.one({ ...request, tx }, id));
    });
  }

  private async end(request: Request, id: string, reason: EndReason): Promise<JobView> {
    const { caller, at } = request;
    return this.uow.run(systemScope('end-job'), async (tx) => {
      const jobs = await this.jobs.lock(tx, [id]);
      await this.ender.end(
        tx,
        jobs.map((job) => ({ job, reason })),
        caller,
        at,
      );
      return this.views.one({ ...request, tx }, id);
    });
  }
}
