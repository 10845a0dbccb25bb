import { answered, api, type QueryOf, type Schemas } from './client';

export type RegistrationDetail = Schemas['RegistrationDetail'];
export type AskRegistration = Schemas['AskRegistrationRequest'];
export type Trade = Schemas['HandOverRegistrationRequest']['trade'];

const of = (id: string) => ({ path: { id } });

export const sendRegistrationCode = (phone: string) =>
  answered(api.POST('/api/v1/registrations/code', { body: { phone } }));
export const askRegistration = (body: AskRegistration) => answered(api.POST('/api/v1/registrations', { body }));
export const followRegistration = (phone: string, code: string) =>
  answered(api.POST('/api/v1/registrations/follow', { body: { phone, code } }));
export const registrationPlaces = (parent: string) =>
  answered(api.GET('/api/v1/registrations/places', { params: { query: parent ? { parent } : {} } }));

export const listRegistrations = (query: QueryOf<'/api/v1/registrations'>) =>
  answered(api.GET('/api/v1/registrations', { params: { query } }));
export const readRegistration = (id: string) => answered(api.GET('/api/v1/registrations/{id}', { params: of(id) }));
export const confirmRegistration = (id: string) =>
  answered(api.POST('/api/v1/registrations/{id}/confirm', { params: of(id) }));
export const refuseRegistration = (id: string, reason: string) =>
  answered(api.POST('/api/v1/registrations/{id}/refuse', { params: of(id), body: { reason } }));
export const handOverRegistration = (id: string, trade: Trade, reason: string) =>
  answered(api.POST('/api/v1/registrations/{id}/handover', { params: of(id), body: { trade, reason } }));
export const receiveRegistration = (id: string) =>
  answered(api.POST('/api/v1/registrations/{id}/receive', { params: of(id) }));
