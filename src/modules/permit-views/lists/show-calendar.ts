import { Injectable } from '@nestjs/common';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant, isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CalendarDays, MOST_COUNTED, type DayRow } from './calendar-days.view';
import { FindPermits } from './query/find-permits';
import type { CalendarDay, PermitCalendar } from './permit-list.dto';
import type { PermitCalendarQuery } from './permit-query.dto';

const MOST_DAYS = 62;

/** Days in China with the permits whose planned time touches them. Drafts and what was refused or cancelled are no plans. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: FindPermits,
    private readonly days: CalendarDays,
  ) {}

  async execute(request: Request, query: PermitCalendarQuery): Promise<Result<PermitCalendar, Refusal>> {
    const [from, to] = [shanghaiMidnight(query.from), shanghaiMidnight(query.to) + DAY];
    if (!(from < to) || to - from > MOST_DAYS * DAY)
      return refused(invalid('permit.calendar-range', { params: { days: MOST_DAYS } }));
    const reach = await this.permits.reach(request, query.mine);
    const { regionCode, enterpriseId } = query;
    const rows = await this.uow.run(reach.scope, (tx) =>
      this.days.find(tx, reach, { regionCode, enterpriseId }, { from, to }, request.at),
    );
    return ok({ days: daysBetween(from, to).map((day) => toDay(day, rows)) });
  }
}

const daysBetween = (from: Instant, to: Instant): string[] =>
  Array.from({ length: (to - from) / DAY }, (_, i) => shanghaiDate(from + i * DAY));

function toDay(day: string, rows: readonly DayRow[]): CalendarDay {
  const ofDay = rows.filter((row) => row.day === day);
  return {
    day,
    count: Math.min(ofDay[0]?.count ?? 0, MOST_COUNTED),
    items: ofDay.map(({ id, number, state, level, placeName, planned_start, planned_end }) => ({
      id,
      number,
      state,
      level,
      placeName,
      plannedStart: isoTime(planned_start),
      plannedEnd: isoTime(planned_end),
    })),
  };
}
