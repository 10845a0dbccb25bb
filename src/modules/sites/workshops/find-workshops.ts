import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { WorkshopViews } from './workshop.mapper';
import type { WorkshopPage, WorkshopQuery } from './workshop.dto';
import { StoredWorkshops } from './workshop.view';

@Injectable()
export class FindWorkshops {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workshops: StoredWorkshops,
    private readonly views: WorkshopViews,
  ) {}

  async list(request: Request, query: WorkshopQuery): Promise<WorkshopPage> {
    const rows = await this.uow.run(request.caller.scope, (tx) => this.workshops.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => this.views.of(one, request)) };
  }
}
