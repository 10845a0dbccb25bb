import { answered, api, type QueryOf, type Schemas } from './client';

export type Enterprise = Schemas['EnterpriseView'];
export type RegisterEnterpriseRequest = Schemas['RegisterEnterpriseRequest'];

export const listEnterprises = (query: QueryOf<'/api/v1/enterprises'>) =>
  answered(api.GET('/api/v1/enterprises', { params: { query } }));
export const readEnterprise = (id: string) =>
  answered(api.GET('/api/v1/enterprises/{id}', { params: { path: { id } } }));
export const confirmHeadcount = (id: string, body: Schemas['ConfirmHeadcountRequest']) =>
  answered(api.POST('/api/v1/enterprises/{id}/headcount', { params: { path: { id } }, body }));
export const registerEnterprise = (body: RegisterEnterpriseRequest) =>
  answered(api.POST('/api/v1/enterprises', { body }));
