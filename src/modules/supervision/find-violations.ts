import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
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
    private readonly clock: Clock,
  ) {}

  async page(caller: Caller, query: ViolationQuery): Promise<ViolationPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.list.rows(tx, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  async one(caller: Caller, id: string, language: Language): Promise<Result<ViolationDetail, Refusal>> {
    const at = this.clock.now();
    const found = await this.uow.run(caller.scope, (tx) => this.details.find(tx, id, caller, language, at));
    return found ? ok(found) : refused(notFound('violation.not-found'));
  }
}
