import { Injectable } from '@nestjs/common';
import { isComplete, missingHolidays, tableFaults, type TableFault } from '../../../domain/rules/calendar-table';
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
      // nobody was granted anything by an incomplete table: its year counted as unknown
      const known = old && isComplete(year, old.days) ? old.days : null;
      const faults = tableFaults(year, known, days, request.at).map(fieldError);
      const errors = faults.length > 0 ? faults : missing(year, days);
      if (errors.length > 0) return refused(invalid('calendar.table-invalid', { errors }));
      const table = {
        year,
        source: source.trim(),
        complete: true,
        days: [...days].sort((a, b) => a.day.localeCompare(b.day)),
      };
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

function missing(year: number, table: ReplaceCalendarRequest['days']) {
  const { days, spring } = missingHolidays(year, table);
  return [
    ...days.map((day) => ({ path: 'days', code: 'calendar.holiday-missing', params: { day } })),
    ...(spring ? [{ path: 'days', code: 'calendar.spring-festival-missing', params: { year } }] : []),
  ];
}
