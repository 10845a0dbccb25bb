import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { DesignatedAreaPage, DesignatedAreaQuery } from './designated-area.dto';
import { DesignatedAreaStore } from './designated-area.store';

@Injectable()
export class FindDesignatedAreas {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly areas: DesignatedAreaStore,
  ) {}

  async list(caller: Caller, query: DesignatedAreaQuery): Promise<DesignatedAreaPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.areas.list(tx, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }
}
