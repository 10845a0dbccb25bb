import { Injectable } from '@nestjs/common';
import { decidedAs, STOP_DECISIONS, standingAt } from '../../../domain/jobs/stop-order';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { JobView } from '../job.dto';
import { JobViews } from '../job.view';
import { OwnJobs } from '../own-jobs';
import { stopNews } from './stop-news';
import { StopOrderStore } from './stop-order.store';

/** The regulator confirms or lifts a stop by an inspector; the inspector and the job's people are told. */
@Injectable()
export class DecideStop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly orders: StopOrderStore,
    private readonly views: JobViews,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    jobId: string,
    asked: string,
    note: string | null,
  ): Promise<Result<JobView, Refusal>> {
    const { caller, at } = request;
    const decision = STOP_DECISIONS.find((one) => one === asked);
    const job = await this.ownJobs.inCharge(caller, jobId);
    if (!job.ok) return job;
    return this.uow.run(systemScope('decide-stop'), async (tx): Promise<Result<JobView, Refusal>> => {
      const order = await this.orders.lock(tx, jobId);
      if (!order || !decision) return refused(notFound('job.no-stop-order'));
      const standing = decidedAs(order, decision, at);
      if (standing === null)
        return refused(conflict('job.stop-decided', { extra: { standing: standingAt(order, at) } }));
      await this.orders.settle(tx, jobId, standing, { userId: caller.userId, note }, at);
      const entry = {
        action: `job.stop-${decision}`,
        entity: 'job',
        entityId: jobId,
        regionCode: order.regionCode,
        before: { standing: order.standing },
        after: { standing, note: note ?? undefined },
      };
      this.journal.record(tx, caller, at, [entry], [stopNews(order, standing, job.value.enterpriseId)]);
      return ok(await this.views.one({ ...request, tx }, jobId));
    });
  }
}
