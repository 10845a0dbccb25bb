import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { NearbyActivityPage, NearbyActivityQuery } from './nearby-activity.dto';
import { activityView } from './nearby-activity.mapper';
import { NearbyActivityStore } from './nearby-activity.store';

@Injectable()
export class FindActivities {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly activities: NearbyActivityStore,
  ) {}

  async list({ caller }: Request, query: NearbyActivityQuery): Promise<NearbyActivityPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.activities.list(tx, query));
    return toPage(rows.map(activityView), query.limit, ({ id }) => id);
  }
}
