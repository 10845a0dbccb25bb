import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { EnterprisePage, EnterpriseQuery, EnterpriseView } from './enterprise.dto';
import { EnterpriseStore } from './enterprise.store';
import { EnterpriseViews } from './enterprise.mapper';

@Injectable()
export class FindEnterprises {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enterprises: EnterpriseStore,
    private readonly views: EnterpriseViews,
  ) {}

  async one({ caller }: Request, id: string): Promise<Result<EnterpriseView, Refusal>> {
    const enterprise = await this.uow.run(caller.scope, (tx) => this.enterprises.find(tx, id));
    return enterprise ? ok(this.views.of(enterprise)) : refused(notFound('enterprise.not-found'));
  }

  async list({ caller }: Request, query: EnterpriseQuery): Promise<EnterprisePage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.enterprises.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => this.views.of(one)) };
  }
}
