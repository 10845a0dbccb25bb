import { Injectable } from '@nestjs/common';
import { authorize } from '../../domain/authorization/authorize';
import { mayStart } from '../../domain/authorization/starter';
import { forbidden, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Call } from '../../platform/auth/request';
import { Ids } from '../../platform/time/ids';
import { AuthorizationFacts } from './authorization-facts';
import type { DecisionRecord } from './decision.store';
import type { Question } from './question';

/** Facts, decision and the question who may ask it, for all ways to start. Records nothing. */
@Injectable()
export class Authorizer {
  constructor(
    private readonly facts: AuthorizationFacts,
    private readonly ids: Ids,
  ) {}

  async decide(call: Call, question: Question): Promise<Result<DecisionRecord, Refusal>> {
    const { at } = call;
    const facts = await this.facts.load(call, question);
    if (!facts.ok) return facts;
    const decision = authorize(facts.value, at);
    // who may hand over was asked of the job that ends
    return question.purpose === 'handover' || mayStart(facts.value, decision)
      ? ok({ id: this.ids.next(at), at, facts: facts.value, decision })
      : refused(forbidden(call.caller.seatWaiting ? 'permit.seat-unconfirmed' : 'job.starter-not-entitled'));
  }
}
