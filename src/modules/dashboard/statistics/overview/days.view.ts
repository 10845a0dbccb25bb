import { Injectable } from '@nestjs/common';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { type Reach, reachValues, within } from '../../../inventory/reach';
import { ATTEMPT } from './attempt.sql';
import type { DayStatistics } from '../statistics.dto';

export interface DayFigures extends DayStatistics {
  readonly offPlatform: number;
  /** Attempts that were allowed; of an enterprise on the last day alone. */
  readonly allowed: number;
}

const TREND_DAYS = 14;
const OWN = within('region_code', 'enterprise_id');
const MEASURES = {
  jobs: 'jobs',
  allowed: 'allowed',
  refused: 'refused',
  violations: 'violations',
  offPlatform: 'off-platform',
} as const;

/** Each of the days with what its columns say of `n`, zero where nothing happened. */
const dayByDay = (n: string, lastDay: string): string => `
  select s.day::date::text as day, ${Object.entries(MEASURES)
    .map(([name, measure]) => `coalesce(sum(${n}) filter (where f.measure = '${measure}'), 0)::int as "${name}"`)
    .join(', ')}
  from generate_series(${lastDay}::date - ${TREND_DAYS - 1}, ${lastDay}::date, interval '1 day') s(day)
    left join f on f.day = s.day group by 1 order by 1`;

/** A region's days as they were added up, and the changes since: one statement sees both as of one moment. */
const OF_REGION = `
  with f as (
    select measure, day, n from day_figures where region_code = $1 and day > $2::date - ${TREND_DAYS}
    union all
    select measure, day, n from day_figure_deltas where starts_with(region_code, $1) and day > $2::date - ${TREND_DAYS})
  ${dayByDay('f.n', '$2')}`;

const counted = (measure: string, table: string, time: string, that: string): string =>
  `select '${measure}' as measure, (${time} at time zone 'Asia/Shanghai')::date as day, count(*)::int as n from ${table}
   where ${time} >= $4 and ${that} and ${OWN} group by 2`;

const LAST_MIDNIGHT = `($5::date::timestamp at time zone 'Asia/Shanghai')`;
/** An enterprise's own days: few enough to be counted, but for its allowed attempts, of which only today's are shown. */
const OF_ENTERPRISE = `
  with f as (
    ${counted('jobs', 'jobs', 'reserved_at', `state <> 'failed'`)}
    union all ${counted('allowed', 'decisions', 'at', `allowed and ${ATTEMPT} and at >= ${LAST_MIDNIGHT}`)}
    union all ${counted('refused', 'decisions', 'at', `not allowed and ${ATTEMPT}`)}
    union all ${counted('violations', 'violations', 'found_at', `certainty <> 'withdrawn'`)}
    union all ${counted('off-platform', 'violations', 'found_at', `certainty <> 'withdrawn' and kind = 'off-platform'`)})
  ${dayByDay('f.n', '$5')}`;

/** Jobs, refusals and findings of the last 14 days, the oldest first. */
@Injectable()
export class DaysView {
  until(tx: Tx, reach: Reach, at: Instant): Promise<DayFigures[]> {
    const today = shanghaiDate(at);
    if (reach.enterpriseId === null) return tx.prepared<DayFigures>(OF_REGION, [reach.from, today]);
    const first = shanghaiMidnight(today) - (TREND_DAYS - 1) * DAY;
    return tx.prepared<DayFigures>(OF_ENTERPRISE, [...reachValues(reach), new Date(first), today]);
  }
}
