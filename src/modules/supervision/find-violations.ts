import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { ViolationDetails } from './violation-detail.view';
import type { ViolationQuery } from './violation-request.dto';
import type { ViolationDetail, ViolationPage } from './violation.dto';
import { ViolationList } from './violation.view';

@Injectable()
export class FindViolations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly list: ViolationList,
    private readonly details: ViolationDetails,
  ) {}

  async page({ caller }: Request, query: ViolationQuery): Promise<ViolationPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.list.rows(tx, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  async one(request: Request, id: string): Promise<Result<ViolationDetail, Refusal>> {
    const found = await this.uow.run(request.caller.scope, (tx) => this.details.find({ ...request, tx }, id));
    return found ? ok(found) : refused(notFound('violation.not-found'));
  }
}
