import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import type { DelegationPage } from './delegation.dto';
import { delegationsBefore } from './delegations.view';
import { delegationView } from './delegation.mapper';

@Injectable()
export class FindDelegations {
  constructor(private readonly uow: UnitOfWork) {}

  async list({ caller }: Request, { limit, cursor }: PageQuery): Promise<DelegationPage> {
    const rows = await this.uow.run(caller.scope, (tx) => delegationsBefore(tx, cursor ?? null, limit + 1));
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map(delegationView) };
  }
}
