import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { servesRegion } from '../training-reach';
import type { CampaignView } from './campaign.dto';
import { toCampaignView } from './campaign.mapper';
import { CampaignStore } from './campaign.store';

/** A closed campaign keeps its list of people; whoever has not passed still owes it. */
@Injectable()
export class CloseCampaign {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly campaigns: CampaignStore,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request, id: string): Promise<Result<CampaignView, Refusal>> {
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<CampaignView, Refusal>> => {
      const campaign = await this.campaigns.lock(tx, id);
      if (!campaign || !servesRegion(caller, campaign.regionCode))
        return refused(notFound('training.campaign-unknown'));
      if (campaign.closedAt !== null) return refused(conflict('training.campaign-closed'));
      await this.campaigns.close(tx, id, caller.userId, at);
      const { regionCode } = campaign;
      const entry = { action: 'training-campaign.closed', entity: 'training-campaign', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { closedAt: at } }]);
      return ok(toCampaignView({ ...campaign, closedAt: at, closedBy: caller.userId }));
    });
  }
}
