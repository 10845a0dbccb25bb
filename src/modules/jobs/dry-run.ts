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
import type { AskedDecision } from './job.dto';
import { JudgePin } from './judge-pin';

/** "May I?" without starting anything. Recorded all the same: refusals of honest people are counted by cause. */
@Injectable()
export class DryRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorizer: Authorizer,
    private readonly decisions: DecisionStore,
    private readonly pin: JudgePin,
  ) {}

  async execute(request: Request, body: JobRequest): Promise<Result<AskedDecision, Refusal>> {
    const question = await this.pin.answer(request, toQuestion(request.caller, body, 'dry-run'), body.identity?.pin);
    if (!question.ok) return question;
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const decided = await this.authorizer.decide({ ...request, tx }, question.value);
      if (!decided.ok) return decided;
      this.decisions.save(tx, decided.value);
      const { id, decision } = decided.value;
      return ok({ ...explained(decision, request.language), decisionId: id });
    });
  }
}
