import { answered, api, under, type QueryOf, type Schemas } from './client';

type InternalReport = Schemas['InternalReportView'];
export type InternalReportDetail = Schemas['InternalReportDetail'];
export type ReportOutcome = NonNullable<InternalReport['outcome']>;

const of = (id: string) => ({ path: { id } });

export const listInternalReports = (query: QueryOf<'/api/v1/internal-reports'>) =>
  answered(api.GET('/api/v1/internal-reports', { params: { query } }));
export const myInternalReports = () =>
  answered(api.GET('/api/v1/internal-reports/mine', { params: { query: { limit: 50 } } }));
export const readInternalReport = (id: string) =>
  answered(api.GET('/api/v1/internal-reports/{id}', { params: of(id) }));
export type ReportBody = Schemas['ReportInternallyRequest'];
export const reportInternallyOnce = (body: ReportBody, key: string) =>
  answered(api.POST('/api/v1/internal-reports', { body, ...under(key) }));
export const answerInternalReport = (id: string, body: Schemas['AnswerReportRequest']) =>
  answered(api.POST('/api/v1/internal-reports/{id}/answer', { params: of(id), body }));
export const proposeReward = (id: string, body: Schemas['ProposeInternalRewardRequest']) =>
  answered(api.POST('/api/v1/internal-reports/{id}/reward', { params: of(id), body }));
export const approveReward = (id: string) =>
  answered(api.POST('/api/v1/internal-reports/{id}/reward/approve', { params: of(id) }));
export const refuseReward = (id: string, reason: string) =>
  answered(api.POST('/api/v1/internal-reports/{id}/reward/refuse', { params: of(id), body: { reason } }));
export const receiveReward = (id: string) =>
  answered(api.POST('/api/v1/internal-reports/{id}/reward/receive', { params: of(id) }));
