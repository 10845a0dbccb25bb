import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import type { JobPage, JobQuery, JobView } from './job.dto';
import { JobViews } from './job.view';
import { OwnJobs } from './own-jobs';

@Injectable()
export class FindJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly views: JobViews,
    private readonly clock: Clock,
  ) {}

  async one(caller: Caller, id: string, language: Language): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.visible(caller, id);
    if (!job.ok) return job;
    return ok(await this.uow.run(systemScope('job-view'), (tx) => this.views.one(tx, id, language, this.clock.now())));
  }

  async list(caller: Caller, query: JobQuery, language: Language): Promise<JobPage> {
    const ids = await this.uow.run(caller.scope, (tx) => this.views.visibleIds(tx, caller, query));
    const page = toPage(ids, query.limit, (id) => id);
    const items = await this.uow.run(systemScope('job-view'), (tx) =>
      this.views.load(tx, page.items, language, this.clock.now()),
    );
    return { ...page, items };
  }
}
