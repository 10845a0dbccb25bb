import { Injectable } from '@nestjs/common';
import { judgeProposal } from '../../../domain/rules/rule-proposal';
import { differences } from '../../../domain/rules/value-diff';
import type { Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../reach';
import { RuleReachView } from './rule-reach.view';
import { proposalOf, refusalOf, setBy } from './rule-request';
import { toVersionView } from './rule-version-view';
import type { RulePreview, RuleProposalRequest } from './rule.dto';
import { RuleStore } from './rule.store';

/** What a version would change and whom it would concern, before anybody signs it. Writes nothing. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RuleStore,
    private readonly regions: RegionsReader,
    private readonly reach: RuleReachView,
  ) {}

  async execute({ caller, at }: Request, body: RuleProposalRequest): Promise<Result<RulePreview, Refusal>> {
    return this.uow.run(systemScope('rule-preview'), async (tx) => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const proposal = { ...proposalOf(body), ...setBy(caller), regionCode: region.value };
      const judged = judgeProposal(await this.store.all(tx), proposal, at);
      if (!judged.ok) return refused(refusalOf(judged.fault));
      const { before, ends } = judged;
      return ok({
        before: before && toVersionView(before, at),
        ends: ends && toVersionView(ends, at),
        value: proposal.value,
        changes: differences(before?.value, proposal.value),
        ...(await this.reach.of(tx, proposal)),
      });
    });
  }
}
