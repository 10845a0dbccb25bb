import { answered, api, type QueryOf, type Schemas } from './client';

export type Operations = Schemas['OperationsView'];

export const readOperations = () => answered(api.GET('/api/v1/operations'));
export const listDeadMessages = (query: QueryOf<'/api/v1/operations/dead-messages'>) =>
  answered(api.GET('/api/v1/operations/dead-messages', { params: { query } }));
export const retryMessage = (id: string) =>
  answered(api.POST('/api/v1/operations/dead-messages/{id}/retry', { params: { path: { id } } }));
export const listAudit = (query: QueryOf<'/api/v1/audit'>) => answered(api.GET('/api/v1/audit', { params: { query } }));
