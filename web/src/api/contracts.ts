import { answered, api, type QueryOf, type Schemas } from './client';

export type Contract = Schemas['ContractView'];
export type ContractBody = Schemas['MakeContractRequest'];
export type ContractorStanding = Schemas['ContractorStandingView']['standing'];

const of = (id: string) => ({ path: { id } });

export const listContracts = (query: QueryOf<'/api/v1/contracts'>) =>
  answered(api.GET('/api/v1/contracts', { params: { query } }));
export const readContract = (id: string) => answered(api.GET('/api/v1/contracts/{id}', { params: of(id) }));
export const makeContract = (body: ContractBody) => answered(api.POST('/api/v1/contracts', { body }));
export const putAgreement = (id: string, body: Schemas['PutAgreementRequest']) =>
  answered(api.POST('/api/v1/contracts/{id}/agreement', { params: of(id), body }));
export const endContract = (id: string, reason: string) =>
  answered(api.POST('/api/v1/contracts/{id}/end', { params: of(id), body: { reason } }));
export const contractorStanding = (clientId: string, contractorId: string) =>
  answered(api.GET('/api/v1/contracts/standing', { params: { query: { clientId, contractorId } } }));
export const putContractPeople = (id: string, body: Schemas['PutPeopleRequest']) =>
  answered(api.POST('/api/v1/contracts/{id}/people', { params: of(id), body }));
