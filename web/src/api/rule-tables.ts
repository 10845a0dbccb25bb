import { del, get, post, put } from './http';
import type { Page, PageQuery } from './page';

export interface SpecialPeriod {
  id: string;
  name: string;
  regionCode: string | null;
  from: string;
  to: string;
  stage: 'past' | 'running' | 'planned';
}
export const listSpecialPeriods = (
  query: PageQuery & { regionCode?: string; stage?: SpecialPeriod['stage'] },
): Promise<Page<SpecialPeriod>> => get('/special-periods', { ...query });
export const declareSpecialPeriod = (body: {
  name: string;
  regionCode?: string;
  from?: string;
  to: string;
}): Promise<SpecialPeriod> => post('/special-periods', body);
export const endSpecialPeriod = (id: string): Promise<SpecialPeriod> => del(`/special-periods/${id}`);

export type DayKind = 'legal-holiday' | 'rest-day' | 'adjusted-workday';
export interface CalendarDayRow {
  day: string;
  kind: DayKind;
  name: string;
}
export interface CalendarYear {
  year: number;
  known: boolean;
  source: string | null;
  days: CalendarDayRow[];
}
export const readCalendarYear = (year: number): Promise<CalendarYear> => get(`/calendar/${year}`);
export const replaceCalendarYear = (
  year: number,
  body: { source: string; days: CalendarDayRow[] },
): Promise<CalendarYear> => put(`/calendar/${year}`, body);

export const ROLL_OUT_TOPICS = ['chip', 'training', 'inspection', 'position', 'identity'] as const;
export const ROLL_OUT_MODES = ['observe', 'warn', 'enforce'] as const;
export interface RollOutMode {
  id: string;
  regionCode: string | null;
  topic: (typeof ROLL_OUT_TOPICS)[number];
  mode: (typeof ROLL_OUT_MODES)[number];
  validFrom: string;
  validTo: string | null;
  stage: 'past' | 'running' | 'planned';
}
export const listRollOutModes = (
  query: PageQuery & { regionCode?: string; topic?: string },
): Promise<Page<RollOutMode>> => get('/roll-out-modes', { ...query });
export const planRollOutMode = (body: {
  topic: string;
  mode: string;
  regionCode?: string;
  validFrom: string;
}): Promise<RollOutMode> => post('/roll-out-modes', body);
export const withdrawRollOutMode = (id: string): Promise<RollOutMode> => del(`/roll-out-modes/${id}`);
