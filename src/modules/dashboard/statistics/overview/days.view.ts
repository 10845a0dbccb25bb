import { Injectable } from '@nestjs/common';
import { shanghaiDate, type Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import type { Reach } from '../../../inventory/reach';
import type { DayStatistics } from '../statistics.dto';

export interface DayFigures extends DayStatistics {
  readonly offPlatform: number;
  /** Attempts that were allowed. */
  readonly allowed: number;
}

const TREND_DAYS = 14;
const MEASURES = {
  jobs: 'jobs',
  allowed: 'allowed',
  refused: 'refused',
  violations: 'violations',
  offPlatform: 'off-platform',
} as const;

/** Each of the days with what was added up, zero where nothing happened. */
const DAY_BY_DAY = `
  select s.day::date::text as day, ${Object.entries(MEASURES)
    .map(([name, measure]) => `coalesce(sum(f.n) filter (where f.measure = '${measure}'), 0)::int as "${name}"`)
    .join(', ')}
  from generate_series($2::date - ${TREND_DAYS - 1}, $2::date, interval '1 day') s(day)
    left join f on f.day = s.day group by 1 order by 1`;

/** Days as they were added up, and the changes since: one statement sees both as of one moment. */
const OF_REGION = `
  with f as (
    select measure, day, n from day_figures where region_code = $1 and day > $2::date - ${TREND_DAYS}
    union all
    select measure, day, n from day_figure_deltas where starts_with(region_code, $1) and day > $2::date - ${TREND_DAYS})
  ${DAY_BY_DAY}`;

/** Of an enterprise each place is kept by itself. */
const ITS_DAYS = `enterprise_id = $1 and region_code >= $3 and region_code < $4 and day > $2::date - ${TREND_DAYS}`;
const OF_ENTERPRISE = `
  with f as (
    select measure, day, n from enterprise_day_figures where ${ITS_DAYS}
    union all
    select measure, day, n from day_figure_deltas where ${ITS_DAYS})
  ${DAY_BY_DAY}`;

/** Jobs, refusals and findings of the last 14 days, the oldest first. */
@Injectable()
export class DaysView {
  until(tx: Tx, reach: Reach, at: Instant): Promise<DayFigures[]> {
    const today = shanghaiDate(at);
    const { enterpriseId, from, to } = reach;
    return enterpriseId === null
      ? tx.prepared<DayFigures>(OF_REGION, [from, today])
      : tx.prepared<DayFigures>(OF_ENTERPRISE, [enterpriseId, today, from, to]);
  }
}
