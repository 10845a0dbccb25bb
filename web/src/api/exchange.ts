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
export const exchangeFields = () => answered(api.GET('/api/v1/exchange/fields'));
export const addMapping = (id: string, body: Schemas['MappingRequest']) =>
  answered(api.POST('/api/v1/exchange/partners/{id}/mappings', { params: { path: { id } }, body }));
const of = (id: string) => ({ params: { path: { id } } });
export const agreeWith = (id: string, body: Schemas['AgreementRequest']) =>
  answered(api.PUT('/api/v1/exchange/partners/{id}/agreement', { ...of(id), body }));
export const endAgreement = (id: string) => answered(api.DELETE('/api/v1/exchange/partners/{id}/agreement', of(id)));
export const giveChips = (id: string, chipNos: string[]) =>
  answered(api.POST('/api/v1/exchange/partners/{id}/chips', { ...of(id), body: { chipNos } }));
export const plantKeys = (id: string) => answered(api.GET('/api/v1/exchange/partners/{id}/keys', of(id)));
export const addPlantKey = (id: string, body: Schemas['PlantKeyRequest']) =>
  answered(api.POST('/api/v1/exchange/partners/{id}/keys', { ...of(id), body }));
export const revokePlantKey = (id: string, kid: string) =>
  answered(api.DELETE('/api/v1/exchange/partners/{id}/keys/{kid}', { params: { path: { id, kid } } }));
