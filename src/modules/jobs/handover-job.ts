import { Injectable } from '@nestjs/common';
import { conflict, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { positionOf, type HandoverRequest, type JobView } from './job.dto';
import { JobEnder } from './job-ender';
import { JobStarter } from './job-starter';
import { JobStore, type Job } from './job.store';
import { JobViews } from './job.view';
import { OwnJobs } from './own-jobs';
import type { Question } from './question';

/** Shift change at a running machine: the next welder is authorised afresh, power stays on, and who welded stays known. */
@Injectable()
export class HandoverJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly jobs: JobStore,
    private readonly starter: JobStarter,
    private readonly ender: JobEnder,
    private readonly views: JobViews,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    id: string,
    request: HandoverRequest,
    language: Language,
  ): Promise<Result<JobView, Refusal>> {
    const own = await this.ownJobs.own(caller, id);
    if (!own.ok) return own;
    const at = this.clock.now();
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const [job] = await this.jobs.lock(tx, [id]);
      if (job?.state !== 'running') return refused(conflict('job.not-running'));
      const started = await this.starter.start(tx, caller, questionOf(job, request), language, at, () =>
        this.ender.end(tx, [{ job, reason: 'handover' }], caller, at),
      );
      return started.ok ? ok(await this.views.one(tx, started.value.id, language, at)) : started;
    });
  }
}

const questionOf = (job: Job, request: HandoverRequest): Question => ({
  purpose: 'handover',
  machine: { id: job.machineId },
  welder: { code: request.welderCode },
  permitId: job.permitId,
  outlet: job.outlet,
  position: positionOf(request),
  photoId: request.photoId ?? null,
  replacesJobId: job.id,
});
