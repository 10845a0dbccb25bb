import { answered, api, type QueryOf, type Schemas } from './client';

export type Partner = Schemas['PartnerView'];
export type NewPartner = Schemas['PartnerRequest'];

export const listPartners = (query: QueryOf<'/api/v1/exchange/partners'>) =>
  answered(api.GET('/api/v1/exchange/partners', { params: { query } }));
export const addPartner = (body: NewPartner) => answered(api.POST('/api/v1/exchange/partners', { body }));
export const stopPartner = (id: string) =>
  answered(api.DELETE('/api/v1/exchange/partners/{id}', { params: { path: { id } } }));
export const checkPartner = (id: string) =>
  answered(api.POST('/api/v1/exchange/partners/{id}/check', { params: { path: { id } } }));
export const partnerTroubles = (id: string) =>
  answered(api.GET('/api/v1/exchange/partners/{id}/troubles', { params: { path: { id } } }));
export const partnerMappings = (id: string) =>
  answered(api.GET('/api/v1/exchange/partners/{id}/mappings', { params: { path: { id } } }));
