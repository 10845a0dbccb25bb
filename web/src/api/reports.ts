import type { ReportKind } from '@domain/reports/report-period';
import { answered, api, fileOf, type Schemas } from './client';

export type Report = Schemas['Report'];
export type ReportFormat = 'pdf' | 'xlsx' | 'docx' | 'png';

/** A week or a month; without a name the newest one that is over. */
export interface AskedReport {
  readonly kind: ReportKind;
  readonly period?: string | undefined;
  readonly regionCode?: string | undefined;
}

const week = ({ period, regionCode }: AskedReport) => ({ params: { query: { ...(period && { week: period }), ...(regionCode && { regionCode }) } } }); // prettier-ignore
const month = ({ period, regionCode }: AskedReport) => ({ params: { query: { ...(period && { month: period }), ...(regionCode && { regionCode }) } } }); // prettier-ignore

export const readReport = (asked: AskedReport) =>
  asked.kind === 'weekly'
    ? answered(api.GET('/api/v1/reports/weekly', week(asked)))
    : answered(api.GET('/api/v1/reports/monthly', month(asked)));

export const handInReport = (asked: AskedReport) =>
  asked.kind === 'weekly'
    ? answered(api.POST('/api/v1/reports/weekly', week(asked)))
    : answered(api.POST('/api/v1/reports/monthly', month(asked)));

export const reportFile = (asked: AskedReport, format: ReportFormat) =>
  asked.kind === 'weekly'
    ? fileOf(api.GET(`/api/v1/reports/weekly.${format}`, { ...week(asked), parseAs: 'blob' }))
    : fileOf(api.GET(`/api/v1/reports/monthly.${format}`, { ...month(asked), parseAs: 'blob' }));
