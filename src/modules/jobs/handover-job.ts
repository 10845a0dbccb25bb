import { Injectable } from '@nestjs/common';
import { conflict, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { atTheMachine, type HandoverRequest } from './job-request.dto';
import type { JobView } from './job.dto';
import { JobEnder } from './job-ender';
import { JobStarter } from './job-starter';
import { JobStore, type Job } from './job.store';
import { JobViews } from './job.view';
import { JudgePin } from './judge-pin';
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
    private readonly pin: JudgePin,
  ) {}

  async execute(request: Request, id: string, body: HandoverRequest): Promise<Result<JobView, Refusal>> {
    const { caller, at } = request;
    const own = await this.ownJobs.mayHandOver(caller, id);
    if (!own.ok) return own;
    const question = await this.pin.answer(request, questionOf(caller, own.value, body), body.identity?.pin);
    if (!question.ok) return question;
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const [job] = await this.jobs.lock(tx, [id]);
      if (job?.state !== 'running') return refused(conflict('job.not-running'));
      const call = { ...request, tx };
      const started = await this.starter.start(
        call,
        { ...questionOf(caller, job, body), pin: question.value.pin },
        () => this.ender.end(tx, [{ job, reason: 'handover' }], caller, at),
      );
      return started.ok ? ok(await this.views.one(call, started.value.id)) : started;
    });
  }
}

const questionOf = ({ welderId }: Caller, job: Job, request: HandoverRequest): Question => ({
  purpose: 'handover',
  machine: { id: job.machineId },
  welder: { code: request.welderCode },
  permitId: job.permitId,
  outlet: job.outlet,
  ...atTheMachine(request),
  replacesJobId: job.id,
  ...(welderId === job.welderId ? {} : { handedOverByOther: true }),
});
