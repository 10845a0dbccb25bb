import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { workshopView } from './workshop-view';
import type { WorkshopPage, WorkshopQuery } from './workshop.dto';
import { WorkshopStore } from './workshop.store';

@Injectable()
export class FindWorkshops {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workshops: WorkshopStore,
  ) {}

  async list({ caller }: Request, query: WorkshopQuery): Promise<WorkshopPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.workshops.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => workshopView(one, caller)) };
  }
}
