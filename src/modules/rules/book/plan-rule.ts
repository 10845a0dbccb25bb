import { Injectable } from '@nestjs/common';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import { judgeProposal } from '../../../domain/rules/rule-proposal';
import type { Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../reach';
import { RulesReader } from '../rules.reader';
import { auditOf, ruleChanged } from './rule-news';
import { proposalOf, refusalOf, setBy } from './rule-request';
import { toVersionView } from './rule-version-view';
import type { RuleProposalRequest, RuleVersionView } from './rule.dto';
import { RuleStore } from './rule.store';

/** Adds a version of a rule ahead of its date; the version that holds until then ends there. */
@Injectable()
export class PlanRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RuleStore,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: RuleProposalRequest): Promise<Result<RuleVersionView, Refusal>> {
    const planned = await this.uow.run(caller.scope, async (tx): Promise<Result<RuleVersion, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const proposal = { ...proposalOf(body), ...setBy(caller), regionCode: region.value };
      await this.store.lock(tx);
      const judged = judgeProposal(await this.store.all(tx), proposal, at);
      if (!judged.ok) return refused(refusalOf(judged.fault));
      const rule: RuleVersion = { ...proposal, id: this.ids.next(at) };
      if (judged.ends) await this.store.endAt(tx, judged.ends.id, rule.validFrom);
      await this.store.insert(tx, rule);
      this.journal.record(tx, caller, at, [auditOf('rule.planned', rule, judged.ends)], [ruleChanged(rule)]);
      return ok(rule);
    });
    if (!planned.ok) return planned;
    await this.rules.refresh();
    return ok(toVersionView(planned.value, at));
  }
}
