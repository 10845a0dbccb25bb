import { answered, api, type QueryOf, type Schemas } from './client';

export type Delegation = Schemas['DelegationView'];

export const listDelegations = (query: QueryOf<'/api/v1/approval-delegations'>) =>
  answered(api.GET('/api/v1/approval-delegations', { params: { query } }));
export const delegateApproval = (body: Schemas['DelegateRequest']) =>
  answered(api.POST('/api/v1/approval-delegations', { body }));
export const revokeDelegation = (id: string) =>
  answered(api.DELETE('/api/v1/approval-delegations/{id}', { params: { path: { id } } }));
