import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type PermitItem = Schemas['PermitItemView'];
export type PermitColumn = Schemas['PermitBoardColumn'];
export type CalendarDay = Schemas['CalendarDay'];
export type Regime = PermitItem['regime'];

/** What lists, boards and exports of permits are narrowed by; several states stand with commas between. */
export type PermitFilter = Omit<QueryOf<'/api/v1/permits'>, 'limit' | 'cursor'>;

export const listPermits = (query: QueryOf<'/api/v1/permits'>) =>
  answered(api.GET('/api/v1/permits', { params: { query } }));
export const permitBoard = (query: QueryOf<'/api/v1/permits/board'>) =>
  answered(api.GET('/api/v1/permits/board', { params: { query } }));
export const permitCalendar = (query: {
  from: string;
  to: string;
  regionCode?: string;
  enterpriseId?: string;
  mine?: boolean;
}) => answered(api.GET('/api/v1/permits/calendar', { params: { query } }));
export const permitMap = (query: QueryOf<'/api/v1/permits/map'>) =>
  answered(api.GET('/api/v1/permits/map', { params: { query } }));
export const permitSheet = (query: PermitFilter) =>
  fileOf(api.GET('/api/v1/permits/export.xlsx', { params: { query }, parseAs: 'blob' }));
