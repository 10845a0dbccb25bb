import { get, getBlob } from './http';
import type { Page, PageQuery } from './page';

export interface PermitDue {
  kind: 'start' | 'end' | 'watch-end';
  at: string;
}
export interface PermitItem {
  id: string;
  number: string;
  regime: string;
  level: string;
  levelName: string;
  state: string;
  raisedBecause: string[];
  urgent: boolean;
  place: { name: string; lat: number; lng: number; radiusM: number };
  content: string;
  plannedStart: string;
  plannedEnd: string;
  enterpriseId: string | null;
  enterpriseName: string | null;
  fireWatch: { id: string; name: string } | null;
  due: PermitDue | null;
  overdue: boolean;
}
export interface PermitColumn extends Page<PermitItem> {
  state: string;
}
export interface CalendarPermit {
  id: string;
  number: string;
  state: string;
  level: string;
  placeName: string;
  plannedStart: string;
  plannedEnd: string;
}
export interface CalendarDay {
  day: string;
  count: number;
  items: CalendarPermit[];
}
export interface PermitPoint extends CalendarPermit {
  regime: string;
  lat: number;
  lng: number;
  radiusM: number;
}

/** What lists, boards and exports of permits are narrowed by; several states stand with commas between. */
export interface PermitFilter {
  state?: string;
  regime?: string;
  regionCode?: string;
  enterpriseId?: string;
  mine?: boolean;
  q?: string;
  from?: string;
  to?: string;
}

export const listPermits = (query: PermitFilter & PageQuery): Promise<Page<PermitItem>> =>
  get('/permits', { ...query });
export const permitBoard = (query: PermitFilter & { limit?: number }): Promise<{ columns: PermitColumn[] }> =>
  get('/permits/board', { ...query });
export const permitCalendar = (query: {
  from: string;
  to: string;
  regionCode?: string;
  mine?: boolean;
}): Promise<{ days: CalendarDay[] }> => get('/permits/calendar', { ...query });
export const permitMap = (query: {
  bbox?: string;
  regionCode?: string;
}): Promise<{ items: PermitPoint[]; truncated: boolean }> => get('/permits/map', { ...query });
export const permitSheet = (query: PermitFilter): Promise<Blob> => getBlob('/permits/export.xlsx', { ...query });
