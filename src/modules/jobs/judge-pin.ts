import { Injectable } from '@nestjs/common';
import { isBlocking } from '../../domain/authorization/finding';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { WelderPins } from '../registry/pins/welder-pins';
import { Authorizer } from './authorizer';
import type { DecisionRecord } from './decision.store';
import type { Question } from './question';

/**
 * What the PIN that was typed says, asked before the transaction that starts. It is compared only where the caller may
 * start for this welder and could do so but for it: a stranger can neither guess a PIN nor make it rest.
 */
@Injectable()
export class JudgePin {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorizer: Authorizer,
    private readonly pins: WelderPins,
  ) {}

  async answer(request: Request, question: Question, pin: string | undefined): Promise<Result<Question, Refusal>> {
    if (pin === undefined) return ok(question);
    const decided = await this.uow.run(systemScope('authorize'), (tx) =>
      this.authorizer.decide({ ...request, tx }, question),
    );
    if (!decided.ok) return decided;
    const welderId = decided.value.facts.welder?.id;
    if (welderId === undefined || !mayTry(request, decided.value)) return ok(question);
    return ok({ ...question, pin: await this.pins.judge(request, welderId, pin) });
  }
}

const mayTry = ({ caller }: Request, { facts, decision }: DecisionRecord): boolean =>
  caller.welderId === facts.welder?.id ||
  decision.findings.every((one) => !isBlocking(one) || one.code === 'welder.identity-unconfirmed');
