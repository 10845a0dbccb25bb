import { Injectable } from '@nestjs/common';
import { ruleKind } from '../../../domain/rules/rule-catalogue';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { momentOf } from '../moment';
import type { RuleList, RulesQuery, RuleVersionPage, RuleVersionsQuery } from './rule.dto';
import { RuleViews } from './rule.view';

@Injectable()
export class FindRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: RuleViews,
    private readonly clock: Clock,
  ) {}

  async current(caller: Caller, query: RulesQuery): Promise<RuleList> {
    const at = query.at === undefined ? this.clock.now() : momentOf(query.at);
    return { items: await this.uow.run(caller.scope, (tx) => this.views.current(tx, query, at)) };
  }

  async versions(caller: Caller, key: string, query: RuleVersionsQuery): Promise<Result<RuleVersionPage, Refusal>> {
    if (!ruleKind(key)) return refused(notFound('rule.unknown-key'));
    const at = this.clock.now();
    return ok(await this.uow.run(caller.scope, (tx) => this.views.versions(tx, key, query, at)));
  }
}
