import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { toPeriodView } from './special-period-view';
import type { SpecialPeriodPage, SpecialPeriodsQuery } from './special-period.dto';
import { SpecialPeriodStore } from './special-period.store';

/** Special periods are public: whoever plans work must know of them, wherever they are. */
@Injectable()
export class FindSpecialPeriods {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly periods: SpecialPeriodStore,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: SpecialPeriodsQuery): Promise<SpecialPeriodPage> {
    const at = this.clock.now();
    const page = await this.uow.run(caller.scope, (tx) => this.periods.list(tx, query, at));
    return { items: page.items.map((period) => toPeriodView(period, at)), nextCursor: page.nextCursor };
  }
}
