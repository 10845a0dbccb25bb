import { answered, api, under, type QueryOf, type Schemas } from './client';

export type InspectionDetail = Schemas['InspectionDetail'];
export type InspectionState = InspectionDetail['state'];
export type InspectionStep = InspectionDetail['open'][number];
export type InspectionStepBody = Schemas['InspectionStepRequest'];
export type Draw = Schemas['DrawView'];
export type PublishDraw = Schemas['PublishDrawRequest'];
export type FindingBody = Schemas['RecordViolationRequest'];

const of = (id: string) => ({ path: { id } });

export const listInspections = (query: QueryOf<'/api/v1/inspections'>) =>
  answered(api.GET('/api/v1/inspections', { params: { query } }));
export const readInspection = (id: string) => answered(api.GET('/api/v1/inspections/{id}', { params: of(id) }));
export const planInspection = (body: Schemas['PlanInspectionRequest']) =>
  answered(api.POST('/api/v1/inspections', { body }));
export const inspectionFigures = () => answered(api.GET('/api/v1/inspections/figures'));
export const publishResult = (id: string, note: string) =>
  answered(api.POST('/api/v1/inspections/{id}/steps/publish', { params: of(id), body: { note } }));
export const takeInspectionStepOnce = (id: string, step: InspectionStep, body: InspectionStepBody, key: string) =>
  answered(api.POST('/api/v1/inspections/{id}/steps/{step}', { params: { path: { id, step } }, body, ...under(key) }));
export const addFindingOnce = (id: string, body: FindingBody, key: string) =>
  answered(api.POST('/api/v1/inspections/{id}/findings', { params: of(id), body, ...under(key) }));

export const listDraws = (query: QueryOf<'/api/v1/inspections/draws'>) =>
  answered(api.GET('/api/v1/inspections/draws', { params: { query } }));
export const readDraw = (id: string) => answered(api.GET('/api/v1/inspections/draws/{id}', { params: of(id) }));
export const drawOfficers = () => answered(api.GET('/api/v1/inspections/draws/officers'));
export const publishDraw = (body: PublishDraw) => answered(api.POST('/api/v1/inspections/draws', { body }));
export const commitToDraw = (id: string, hash: string) =>
  answered(api.POST('/api/v1/inspections/draws/{id}/commit', { params: of(id), body: { hash } }));
export const revealToDraw = (id: string, value: string) =>
  answered(api.POST('/api/v1/inspections/draws/{id}/reveal', { params: of(id), body: { value } }));
