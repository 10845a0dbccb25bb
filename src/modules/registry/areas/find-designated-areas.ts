import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { DesignatedAreaPage, DesignatedAreaQuery } from './designated-area.dto';
import { areaView } from './designated-area.mapper';
import { DesignatedAreaStore } from './designated-area.store';

@Injectable()
export class FindDesignatedAreas {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly areas: DesignatedAreaStore,
  ) {}

  async list({ caller }: Request, query: DesignatedAreaQuery): Promise<DesignatedAreaPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.areas.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(areaView) };
  }
}
