import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPeriodView } from './special-period-view';
import type { SpecialPeriodPage, SpecialPeriodsQuery } from './special-period.dto';
import { SpecialPeriodStore } from './special-period.store';

/** Special periods are public: everybody who plans work must know of them. */
@Injectable()
export class FindSpecialPeriods {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly periods: SpecialPeriodStore,
  ) {}

  async list({ caller, at }: Request, query: SpecialPeriodsQuery): Promise<SpecialPeriodPage> {
    const page = await this.uow.run(caller.scope, (tx) => this.periods.list(tx, query, at));
    return { items: page.items.map((period) => toPeriodView(period, at)), nextCursor: page.nextCursor };
  }
}
