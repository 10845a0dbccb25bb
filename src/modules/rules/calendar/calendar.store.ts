import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../../domain/rules/calendar-table';
import type { Tx } from '../../../platform/database/unit-of-work';

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
    const [row] = await tx.query<{ source: string; complete: boolean }>(
      'select source, complete from calendar_years where year = $1',
      [year],
    );
    if (!row) return null;
    const days = await tx.query<CalendarDay>(
      `select to_char(day, 'YYYY-MM-DD') as day, kind, name from calendar_days
       where day between make_date($1, 1, 1) and make_date($1, 12, 31) order by day`,
      [year],
    );
    return { year, ...row, days };
  }

  async replace(tx: Tx, { year, source, complete, days }: CalendarTable): Promise<void> {
    await tx.query(
      `insert into calendar_years (year, source, complete) values ($1, $2, $3)
       on conflict (year) do update set source = excluded.source, complete = excluded.complete`,
      [year, source, complete],
    );
    await tx.query('delete from calendar_days where day between make_date($1, 1, 1) and make_date($1, 12, 31)', [year]);
    await tx.query(
      `insert into calendar_days (day, kind, name)
       select d.day, d.kind, d.name from jsonb_to_recordset($1::jsonb) as d(day date, kind text, name text)`,
      [JSON.stringify(days)],
    );
  }
}
