import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toQuestion, type JobRequest } from './job-request.dto';
import type { JobView } from './job.dto';
import { JobStarter } from './job-starter';
import { JobViews } from './job.view';
import { JudgePin } from './judge-pin';

/** Scan → authorise → reserve → unlock. */
@Injectable()
export class StartJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly starter: JobStarter,
    private readonly views: JobViews,
    private readonly pin: JudgePin,
  ) {}

  async execute(request: Request, body: JobRequest): Promise<Result<JobView, Refusal>> {
    const question = await this.pin.answer(request, toQuestion(request.caller, body, 'start'), body.identity?.pin);
    if (!question.ok) return question;
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const call = { ...request, tx };
      const started = await this.starter.start(call, question.value);
      return started.ok ? ok(await this.views.one(call, started.value.id)) : started;
    });
  }
}
