import { Injectable } from '@nestjs/common';
import { ruleKind } from '../../../domain/rules/rule-catalogue';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { RuleList, RulesQuery, RuleVersionPage, RuleVersionsQuery } from './rule.dto';
import { RuleViews } from './rule.view';

@Injectable()
export class FindRules {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: RuleViews,
  ) {}

  async current({ caller, at }: Request, query: RulesQuery): Promise<RuleList> {
    const asOf = query.at === undefined ? at : instantOf(query.at);
    return { items: await this.uow.run(caller.scope, (tx) => this.views.current(tx, query, asOf)) };
  }

  async versions(
    { caller, at }: Request,
    key: string,
    query: RuleVersionsQuery,
  ): Promise<Result<RuleVersionPage, Refusal>> {
    if (!ruleKind(key)) return refused(notFound('rule.unknown-key'));
    return ok(await this.uow.run(caller.scope, (tx) => this.views.versions(tx, key, query, at)));
  }
}
