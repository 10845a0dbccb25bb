import { Injectable } from '@nestjs/common';
import type { Calendar, DayKind, SpecialPeriod } from '../../domain/rules/calendar';
import { lineage, type RegionCode } from '../../kernel/region-code';
import { shanghaiDate, type Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { CalendarDayRow } from '../../schema/rules/calendar-day.row';
import type { CalendarYearRow } from '../../schema/rules/calendar-year.row';
import { PERIOD, toPeriod, type ReadPeriod } from './special-period';

const DAY = columnsOf(CalendarDayRow, 'd', ['day', 'kind', 'name']);

/** Holidays and special periods around a stretch of time. Both are public knowledge: every scope sees all of them. */
@Injectable()
export class CalendarReader {
  /** All years and days that the stretch touches, as dates in China. A year without a complete table is missing from `years`. */
  async calendar(tx: Tx, from: Instant, to: Instant): Promise<Calendar> {
    const [first, last] = [shanghaiDate(from), shanghaiDate(to)];
    const years = await tx.prepared<Pick<CalendarYearRow, 'year'>>(
      'select year from calendar_years where complete and year between $1 and $2',
      [Number(first.slice(0, 4)), Number(last.slice(0, 4))],
    );
    const days = await tx.prepared<CalendarDayRow>(
      `select ${DAY} from calendar_days d where d.day between $1::date and $2::date`,
      [first, last],
    );
    return {
      years: new Set(years.map(({ year }) => year)),
      days: new Map(days.map(({ day, kind, name }) => [day, { kind: kind as DayKind, name }])),
    };
  }

  /** Periods of a region and of all above it that overlap a half-open stretch, the earliest first. */
  async specialPeriods(tx: Tx, regionCode: RegionCode, from: Instant, to: Instant): Promise<SpecialPeriod[]> {
    const rows = await tx.prepared<ReadPeriod>(
      `select ${PERIOD} from special_periods p
       where p.region_code = any($1) and p.valid_from < $3 and p.valid_to > $2 order by p.valid_from, p.id`,
      [['', ...lineage(regionCode)], new Date(from), new Date(to)],
    );
    return rows.map(toPeriod);
  }
}
