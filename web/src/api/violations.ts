import { answered, api, under, type QueryOf, type Schemas } from './client';

export type Violation = Schemas['ViolationView'];
export type ViolationDetail = Schemas['ViolationDetail'];
export type CaseArc = ViolationDetail['arcs'][number];
export type CommandBody = Schemas['ViolationCommandRequest'];
export type AssigneeChoice = Schemas['AssigneeChoice'];
export type ViolationCommand = ViolationDetail['commands'][number];

export const listViolations = (query: QueryOf<'/api/v1/violations'>) =>
  answered(api.GET('/api/v1/violations', { params: { query } }));
export const readViolation = (id: string) => answered(api.GET('/api/v1/violations/{id}', { params: { path: { id } } }));
export const findAssignees = (id: string, words: string) =>
  answered(
    api.GET('/api/v1/violations/{id}/assignees', { params: { path: { id }, query: { ...(words && { q: words }) } } }),
  );
export type RecordBody = Schemas['RecordViolationRequest'];
export const recordViolationOnce = (body: RecordBody, key: string) =>
  answered(api.POST('/api/v1/violations', { body, ...under(key) }));
export const commandViolation = (id: string, command: ViolationCommand, body: Schemas['ViolationCommandRequest']) =>
  answered(api.POST('/api/v1/violations/{id}/commands/{command}', { params: { path: { id, command } }, body }));
