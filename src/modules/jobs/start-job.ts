import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { toQuestion, type JobRequest, type JobView } from './job.dto';
import { JobStarter } from './job-starter';
import { JobViews } from './job.view';

/** Scan → authorise → reserve → unlock. */
@Injectable()
export class StartJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly starter: JobStarter,
    private readonly views: JobViews,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, request: JobRequest, language: Language): Promise<Result<JobView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const started = await this.starter.start(tx, caller, toQuestion(caller, request, 'start'), language, at);
      return started.ok ? ok(await this.views.one(tx, started.value.id, language, at)) : started;
    });
  }
}
