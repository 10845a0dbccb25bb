import type { CalendarYearView } from './calendar.dto';
import type { CalendarTable } from './calendar.store';

export const toCalendarView = (year: number, table: CalendarTable | null): CalendarYearView => ({
  year,
  known: table?.complete ?? false,
  source: table?.source ?? null,
  days: table?.days.map(({ day, kind, name }) => ({ day, kind, name })) ?? [],
});
