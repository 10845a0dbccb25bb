import { Injectable } from '@nestjs/common';
import { tableFaults, type TableFault } from '../../../domain/rules/calendar-table';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toCalendarView } from './calendar-view';
import type { CalendarYearView, ReplaceCalendarRequest } from './calendar.dto';
import { CalendarStore, type CalendarTable } from './calendar.store';

/** Enters or replaces a year's holiday table; once the year has begun it only gains days to come. */
@Injectable()
export class ReplaceCalendarYear {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tables: CalendarStore,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    year: number,
    { source, days }: ReplaceCalendarRequest,
  ): Promise<Result<CalendarYearView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx): Promise<Result<CalendarYearView, Refusal>> => {
      await this.tables.lock(tx, year);
      const old = await this.tables.find(tx, year);
      const faults = tableFaults(year, old?.days ?? null, days, request.at);
      if (faults.length > 0) return refused(invalid('calendar.table-invalid', { errors: faults.map(fieldError) }));
      const table = { year, source: source.trim(), days: [...days].sort((a, b) => a.day.localeCompare(b.day)) };
      await this.tables.replace(tx, table);
      this.tell({ ...request, tx }, old, table);
      return ok(toCalendarView(year, table));
    });
  }

  private tell({ tx, caller, at }: Call, before: CalendarTable | null, after: CalendarTable): void {
    const entityId = String(after.year);
    this.journal.record(
      tx,
      caller,
      at,
      [{ action: 'calendar.replaced', entity: 'calendar', entityId, before, after }],
      [
        {
          type: 'rule.changed',
          entity: 'calendar',
          entityId,
          regionCode: null,
          data: { key: 'calendar', year: after.year },
        },
      ],
    );
  }
}

const fieldError = ({ index, day, code }: TableFault) => ({
  path: index === null ? 'days' : `days.${index}.day`,
  code,
  params: { day },
});
