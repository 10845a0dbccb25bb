import { Injectable } from '@nestjs/common';
import type { Calendar, DayKind, SpecialPeriod } from '../../domain/rules/calendar';
import { lineage, type RegionCode } from '../../kernel/region-code';
import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

interface DayRow {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
}

interface PeriodRow {
  readonly id: string;
  readonly name: string;
  readonly region_code: string;
  readonly valid_from: Instant;
  readonly valid_to: Instant;
}

/** Holidays and special periods around a stretch of time. Both are public knowledge: every scope sees all of them. */
@Injectable()
export class CalendarReader {
  /** All years and days that the stretch touches, as dates in China. A year without a complete table is missing from `years`. */
  async calendar(tx: Tx, from: Instant, to: Instant): Promise<Calendar> {
    const [first, last] = [shanghaiDate(from), shanghaiDate(to)];
    const years = await tx.prepared<{ year: number }>(
      'select year from calendar_years where complete and year between $1 and $2',
      [Number(first.slice(0, 4)), Number(last.slice(0, 4))],
    );
    const days = await tx.prepared<DayRow>(
      `select to_char(day, 'YYYY-MM-DD') as day, kind, name from calendar_days where day between $1::date and $2::date`,
      [first, last],
    );
    return {
      years: new Set(years.map(({ year }) => year)),
      days: new Map(days.map(({ day, kind, name }) => [day, { kind, name }])),
    };
  }

  /** Periods of a region and of all above it that overlap a half-open stretch, the earliest first. */
  async specialPeriods(tx: Tx, regionCode: RegionCode, from: Instant, to: Instant): Promise<SpecialPeriod[]> {
    const rows = await tx.prepared<PeriodRow>(
      `select id, name, region_code, valid_from, valid_to from special_periods
       where region_code = any($1) and valid_from < $3 and valid_to > $2 order by valid_from, id`,
      [['', ...lineage(regionCode)], new Date(from), new Date(to)],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      regionCode: row.region_code,
      from: row.valid_from,
      to: row.valid_to,
    }));
  }
}
