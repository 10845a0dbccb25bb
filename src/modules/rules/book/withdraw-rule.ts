import { Injectable } from '@nestjs/common';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import { setWithin } from '../../../domain/rules/strictness/region-limits';
import { sameSlot } from '../../../domain/rules/rule-proposal';
import { predecessor, stageOf } from '../../../domain/rules/succession';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../rules.reader';
import { auditOf, ruleChanged } from './rule-news';
import { setBy } from './rule-request';
import { toVersionView } from './rule-version-view';
import type { RuleVersionView } from './rule.dto';
import { RuleStore } from './rule.store';

/** Takes back a version that has not begun; the one it would have ended goes on. What began is never taken back. */
@Injectable()
export class WithdrawRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RuleStore,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<RuleVersionView, Refusal>> {
    const withdrawn = await this.uow.run(caller.scope, async (tx): Promise<Result<RuleVersion, Refusal>> => {
      await this.store.lock(tx);
      const versions = await this.store.all(tx);
      const planned = versions.find((version) => version.id === id);
      if (!planned) return refused(notFound('rule.version-not-found'));
      const own = setBy(caller).setBy;
      if (own !== undefined && !setWithin(planned, own)) return refused(forbidden('rule.set-above'));
      if (stageOf(planned, at) !== 'planned') return refused(conflict('rule.already-begun'));
      const before = predecessor(
        versions.filter((one) => sameSlot(one, planned)),
        planned,
      );
      await this.store.remove(tx, id);
      if (before) await this.store.endAt(tx, before.id, planned.validTo);
      this.journal.record(tx, caller, at, [auditOf('rule.withdrawn', planned, before)], [ruleChanged(planned)]);
      return ok(planned);
    });
    if (!withdrawn.ok) return withdrawn;
    await this.rules.refresh();
    return ok(toVersionView(withdrawn.value, at));
  }
}
