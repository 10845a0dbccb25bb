import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { reachOf } from '../training-reach';
import type { CampaignPage, CampaignView, MyTraining } from './campaign.dto';
import { toCampaignView } from './campaign.mapper';
import { CampaignStore } from './campaign.store';
import { MyTrainingView } from './my-training.view';

@Injectable()
export class FindCampaigns {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly campaigns: CampaignStore,
    private readonly mine: MyTrainingView,
  ) {}

  async list({ caller }: Request, query: PageQuery): Promise<CampaignPage> {
    const rows = await this.uow.run(systemScope('training'), (tx) => this.campaigns.list(tx, reachOf(caller), query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(toCampaignView) };
  }

  /** Campaigns name no person: whoever may read training reads each of them. */
  async show(_: Request, id: string): Promise<Result<CampaignView, Refusal>> {
    const found = await this.uow.run(systemScope('training'), (tx) => this.campaigns.find(tx, id));
    return found ? ok(toCampaignView(found)) : refused(notFound('training.campaign-unknown'));
  }

  /** What the caller owes and has done; nothing for whoever is no welder. */
  async ofMe({ caller, at }: Request): Promise<MyTraining> {
    const { welderId } = caller;
    if (welderId === null) return { campaigns: [] };
    return this.uow.run(systemScope('training'), async (tx) => ({ campaigns: await this.mine.of(tx, welderId, at) }));
  }
}
