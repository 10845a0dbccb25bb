import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { effectiveStateSql } from './effective-state.sql';
import { FindPermits } from './find-permits';
import { conditionsOf } from './permit-filter';
import type { CalendarDay, CalendarPermit, PermitCalendar } from './permit-list.dto';
import type { PermitCalendarQuery } from './permit-query.dto';
import { Parameters, type Reach } from './list-reach';

const MOST_DAYS = 62;
/** Shown of each day; the list shows the rest. */
const MOST_OF_A_DAY = 20;

interface DayRow extends Omit<CalendarPermit, 'state' | 'plannedStart' | 'plannedEnd'> {
  day: string;
  count: number;
  state: PermitState;
  planned_start: Date;
  planned_end: Date;
}

/** Days in China with the permits whose planned time touches them. Drafts and what was refused or cancelled are no plans. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: FindPermits,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, query: PermitCalendarQuery): Promise<Result<PermitCalendar, Refusal>> {
    const at = this.clock.now();
    const [from, to] = [shanghaiMidnight(query.from), shanghaiMidnight(query.to) + DAY];
    if (!(from < to) || to - from > MOST_DAYS * DAY)
      return refused(invalid('permit.calendar-range', { params: { days: MOST_DAYS } }));
    const reach = await this.permits.reach(caller, query.mine, at);
    const rows = await this.uow.run(reach.scope, (tx) =>
      this.rows(tx, reach, { ...query, mine: undefined }, from, to, at),
    );
    return ok({ days: daysBetween(from, to).map((day) => toDay(day, rows)) });
  }

  private rows(
    tx: Tx,
    reach: Reach,
    { regionCode, enterpriseId }: PermitCalendarQuery,
    from: Instant,
    to: Instant,
    at: Instant,
  ): Promise<DayRow[]> {
    const params = new Parameters();
    const [first, last, now] = [
      params.add(shanghaiDate(from)),
      params.add(shanghaiDate(to - 1)),
      params.add(new Date(at)),
    ];
    const conditions = conditionsOf({ regionCode, enterpriseId, from, to }, at, params);
    const visible = `(${reach.anyOf(params).join(' or ')})`;
    return tx.query<DayRow>(
      `with planned as (
         select p.id, p.number, ${effectiveStateSql(now)} as state, p.level, p.place_name as "placeName", p.planned_start, p.planned_end
         from permits p where ${[visible, ...conditions].join(' and ')} and p.state not in ('draft', 'returned', 'rejected', 'cancelled')
       ), ranked as (
         select to_char(d.day, 'YYYY-MM-DD') as day, p.*, count(*) over by_day::int as count,
           row_number() over (by_day order by p.planned_start, p.id) as place
         from planned p cross join lateral generate_series(
           greatest(${first}::timestamp, date_trunc('day', p.planned_start at time zone 'Asia/Shanghai')),
           least(${last}::timestamp, date_trunc('day', (p.planned_end - interval '1 microsecond') at time zone 'Asia/Shanghai')),
           interval '1 day') d(day)
         window by_day as (partition by d.day)
       ) select * from ranked where place <= ${MOST_OF_A_DAY} order by day, place`,
      params.values,
    );
  }
}

const daysBetween = (from: Instant, to: Instant): string[] =>
  Array.from({ length: (to - from) / DAY }, (_, i) => shanghaiDate(from + i * DAY));

function toDay(day: string, rows: readonly DayRow[]): CalendarDay {
  const ofDay = rows.filter((row) => row.day === day);
  return {
    day,
    count: ofDay[0]?.count ?? 0,
    items: ofDay.map(({ id, number, state, level, placeName, planned_start, planned_end }) => ({
      id,
      number,
      state,
      level,
      placeName,
      plannedStart: planned_start.toISOString(),
      plannedEnd: planned_end.toISOString(),
    })),
  };
}
