import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toCalendarView } from './calendar-view';
import type { CalendarYearView } from './calendar.dto';
import { CalendarStore } from './calendar.store';

@Injectable()
export class FindCalendarYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tables: CalendarStore,
  ) {}

  async one({ caller }: Request, year: number): Promise<CalendarYearView> {
    return toCalendarView(year, await this.uow.run(caller.scope, (tx) => this.tables.find(tx, year)));
  }
}
