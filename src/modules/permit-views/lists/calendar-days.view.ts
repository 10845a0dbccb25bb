import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import { DAY, shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { effectiveStateSql } from './query/effective-state.sql';
import { Parameters, type Reach } from './query/list-reach.view';
import { conditionsOf, type PermitFilter } from './query/permit-filter';
import type { CalendarPermit } from './permit-list.dto';

/** Shown of each day; the list shows the rest. */
const MOST_OF_A_DAY = 20;
/** A day's permits are counted up to this limit; the limit means "at least". Counting a whole province would take seconds. */
export const MOST_COUNTED = 100;

export interface DayRow extends Omit<CalendarPermit, 'state' | 'plannedStart' | 'plannedEnd'> {
  readonly day: string;
  readonly count: number;
  readonly state: PermitState;
  readonly planned_start: Instant;
  readonly planned_end: Instant;
}

/** As the index `permits_overnight` says it: those that begin on one day in China and end on another. */
const OVERNIGHT = `timezone('Asia/Shanghai', p.planned_start)::date < (timezone('Asia/Shanghai', p.planned_end) - interval '1 microsecond')::date`;

/**
 * The permits that touch each day in China: those that begin on it, and those that go on from a day before. Of a reach
 * that is not wide all are taken first; of a wide one each day looks for its own.
 */
@Injectable()
export class CalendarDays {
  /** `from` and `to` (not with it) are midnights in China. */
  async find(
    tx: Tx,
    reach: Reach,
    filter: Pick<PermitFilter, 'regionCode' | 'enterpriseId'>,
    { from, to }: { readonly from: Instant; readonly to: Instant },
    at: Instant,
  ): Promise<DayRow[]> {
    const params = new Parameters();
    const now = params.add(new Date(at));
    const midnights = Array.from({ length: (to - from) / DAY }, (_, i) => from + i * DAY);
    const days = [params.add(midnights.map(shanghaiDate)), params.add(midnights.map((midnight) => new Date(midnight)))];
    const visible = `(${reach.anyOf(params).join(' or ')})`;
    const conditions = [visible, ...conditionsOf({ ...filter, from, to }, at, params)];
    const wide = reach.wide && filter.enterpriseId === undefined;
    return tx.query<DayRow>(
      `with reached as ${wide ? 'not materialized' : 'materialized'} (
         select p.id, p.number, p.state, p.level, p.place_name, p.planned_start, p.planned_end
         from permits p where ${conditions.join(' and ')} and p.state not in ('draft', 'returned', 'rejected', 'cancelled')
       )
       select d.day, p.count, p.id, p.number, ${effectiveStateSql(now)} as state, p.level, p.place_name as "placeName", p.planned_start, p.planned_end
       from unnest(${days[0]}::text[], ${days[1]}::timestamptz[]) d(day, midnight) cross join lateral (
         select *, count(*) over ()::int as count, row_number() over (order by planned_start, id) as place from (
           (select * from reached p where p.planned_start >= d.midnight and p.planned_start < d.midnight + interval '24 hours'
            order by p.planned_start limit ${MOST_COUNTED})
           union all
           (select * from reached p where ${OVERNIGHT} and p.planned_start < d.midnight and p.planned_end > d.midnight
              and p.planned_start > d.midnight - interval '31 days' order by p.planned_start desc limit ${MOST_COUNTED})
         ) touching
       ) p
       where p.place <= ${MOST_OF_A_DAY} order by d.day, p.place`,
      params.values,
    );
  }
}
