import { answered, api, type QueryOf, type Schemas } from './client';

export const listSpecialPeriods = (query: QueryOf<'/api/v1/special-periods'>) =>
  answered(api.GET('/api/v1/special-periods', { params: { query } }));
export const declareSpecialPeriod = (body: Schemas['DeclarePeriodRequest']) =>
  answered(api.POST('/api/v1/special-periods', { body }));
export const endSpecialPeriod = (id: string) =>
  answered(api.DELETE('/api/v1/special-periods/{id}', { params: { path: { id } } }));

export type CalendarDayRow = Schemas['CalendarDayRow'];
export type DayKind = CalendarDayRow['kind'];
export type CalendarYear = Schemas['CalendarYearView'];
export const readCalendarYear = (year: number) =>
  answered(api.GET('/api/v1/calendar/{year}', { params: { path: { year } } }));
export const replaceCalendarYear = (year: number, body: Schemas['ReplaceCalendarRequest']) =>
  answered(api.PUT('/api/v1/calendar/{year}', { params: { path: { year } }, body }));

export type RollOutMode = Schemas['RollOutModeView'];
export const listRollOutModes = (query: QueryOf<'/api/v1/roll-out-modes'>) =>
  answered(api.GET('/api/v1/roll-out-modes', { params: { query } }));
export const planRollOutMode = (body: Schemas['PlanModeRequest']) =>
  answered(api.POST('/api/v1/roll-out-modes', { body }));
export const withdrawRollOutMode = (id: string) =>
  answered(api.DELETE('/api/v1/roll-out-modes/{id}', { params: { path: { id } } }));
export type RollOutPreview = Schemas['RollOutPreview'];
export type ForeseenSubject = RollOutPreview['concerned'][number];
export const previewRollOutMode = (body: Schemas['PreviewModeRequest']) =>
  answered(api.POST('/api/v1/roll-out-modes/preview', { body }));
export const tellMender = (body: Schemas['TellMenderRequest']) =>
  answered(api.POST('/api/v1/roll-out-modes/messages', { body }));
