import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { Authorizer } from './authorizer';
import { DecisionStore } from './decision.store';
import { explained } from './explained';
import { toQuestion, type DecisionView, type JobRequest } from './job.dto';

/** "May I?" without starting anything. Recorded all the same: refusals of honest people are counted by cause. */
@Injectable()
export class DryRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorizer: Authorizer,
    private readonly decisions: DecisionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, request: JobRequest, language: Language): Promise<Result<DecisionView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const decided = await this.authorizer.decide(tx, caller, toQuestion(caller, request, 'dry-run'), at);
      if (!decided.ok) return decided;
      await this.decisions.save(tx, decided.value);
      return ok(explained(decided.value.decision, language));
    });
  }
}
