import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import type { JobQuery } from './job-request.dto';
import type { JobPage, JobView } from './job.dto';
import { JobViews } from './job.view';
import { OwnJobs } from './own-jobs';

@Injectable()
export class FindJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly views: JobViews,
  ) {}

  async one(request: Request, id: string): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.visible(request.caller, id);
    if (!job.ok) return job;
    return ok(await this.uow.run(systemScope('job-view'), (tx) => this.views.one({ ...request, tx }, id)));
  }

  async list(request: Request, query: JobQuery): Promise<JobPage> {
    const { caller } = request;
    const scope = query.mine ? systemScope('own-jobs') : caller.scope;
    const ids = await this.uow.run(scope, (tx) => this.views.visibleIds({ ...request, tx }, query));
    const page = toPage(ids, query.limit, (id) => id);
    const items = await this.uow.run(systemScope('job-view'), (tx) => this.views.load({ ...request, tx }, page.items));
    return { ...page, items };
  }
}
