import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Authorizer } from './authorizer';
import { DecisionStore } from './decision.store';
import { explained } from './explained';
import { toQuestion, type JobRequest } from './job-request.dto';
import type { DecisionView } from './job.dto';

/** "May I?" without starting anything. Recorded all the same: refusals of honest people are counted by cause. */
@Injectable()
export class DryRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorizer: Authorizer,
    private readonly decisions: DecisionStore,
  ) {}

  async execute(request: Request, body: JobRequest): Promise<Result<DecisionView, Refusal>> {
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const decided = await this.authorizer.decide({ ...request, tx }, toQuestion(request.caller, body, 'dry-run'));
      if (!decided.ok) return decided;
      await this.decisions.save(tx, decided.value);
      return ok(explained(decided.value.decision, request.language));
    });
  }
}
