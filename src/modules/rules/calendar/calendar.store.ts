import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { DayKind } from '../../../domain/rules/calendar';
import type { CalendarDay } from '../../../domain/rules/calendar-table';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CalendarDayRow } from '../../../schema/rules/calendar-day.row';
import { CalendarYearRow } from '../../../schema/rules/calendar-year.row';

export interface CalendarTable {
  readonly year: number;
  readonly source: string;
  /** Holds the days of the law: only then is the year known. */
  readonly complete: boolean;
  readonly days: readonly CalendarDay[];
}

@Injectable()
export class CalendarStore {
  /** Two administrators who replace one year's table come one after the other. */
  async lock(tx: Tx, year: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('calendar_years'), $1)`, [year]);
  }

  async find(tx: Tx, year: number): Promise<CalendarTable | null> {
    const row = await tx.rows(CalendarYearRow).findOne({ where: { year } });
    if (!row) return null;
    const days = await tx.rows(CalendarDayRow).find({ where: { day: daysOf(year) }, order: { day: 'asc' } });
    const { source, complete } = row;
    return { year, source, complete, days: days.map(({ day, kind, name }) => ({ day, kind: kind as DayKind, name })) };
  }

  async replace(tx: Tx, { year, source, complete, days }: CalendarTable): Promise<void> {
    await tx.query(
      `insert into calendar_years (year, source, complete) values ($1, $2, $3)
       on conflict (year) do update set source = excluded.source, complete = excluded.complete`,
      [year, source, complete],
    );
    await tx.rows(CalendarDayRow).delete({ day: daysOf(year) });
    await tx.rows(CalendarDayRow).insert(days);
  }
}

const daysOf = (year: number) => Between(`${year}-01-01`, `${year}-12-31`);
