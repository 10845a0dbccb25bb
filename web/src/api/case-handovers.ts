import { answered, api, type Schemas } from './client';

type CaseHandovers = Schemas['CaseHandovers'];
export type HandoverStep = CaseHandovers['steps'][number];

const of = (id: string) => ({ path: { id } });

export const caseHandovers = (id: string) => answered(api.GET('/api/v1/violations/{id}/handovers', { params: of(id) }));
export const handOverCase = (id: string, body: Schemas['HandOverCaseRequest']) =>
  answered(api.POST('/api/v1/violations/{id}/handovers', { params: of(id), body }));
export const receiveCase = (id: string) =>
  answered(api.POST('/api/v1/violations/{id}/handovers/receive', { params: of(id) }));
export const refuseCase = (id: string, reason: string) =>
  answered(api.POST('/api/v1/violations/{id}/handovers/refuse', { params: of(id), body: { reason } }));
export const takeCaseBack = (id: string) =>
  answered(api.POST('/api/v1/violations/{id}/handovers/take-back', { params: of(id) }));
