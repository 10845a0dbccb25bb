import { answered, api, type QueryOf, type Schemas } from './client';

export type Welder = Schemas['WelderView'];
export type Certificate = Schemas['CertificateView'];
export type Operation = Certificate['operations'][number];
export type VerificationMethod = Schemas['VerifyCertificateRequest']['method'];
export type RegisterWelderRequest = Schemas['RegisterWelderRequest'];
export type AddCertificateRequest = Schemas['AddCertificateRequest'];

const of = (id: string) => ({ path: { id } });

export const listWelders = (query: QueryOf<'/api/v1/welders'>) =>
  answered(api.GET('/api/v1/welders', { params: { query } }));
export const readWelder = (id: string) => answered(api.GET('/api/v1/welders/{id}', { params: of(id) }));
export const registerWelder = (body: RegisterWelderRequest) => answered(api.POST('/api/v1/welders', { body }));
export const welderCertificates = (welderId: string) =>
  answered(api.GET('/api/v1/welders/{id}/certificates', { params: of(welderId) }));
export const addCertificate = (welderId: string, body: AddCertificateRequest) =>
  answered(api.POST('/api/v1/welders/{id}/certificates', { params: of(welderId), body }));
export const verifyCertificate = (id: string, body: Schemas['VerifyCertificateRequest']) =>
  answered(api.POST('/api/v1/certificates/{id}/verify', { params: of(id), body }));
export const revokeCertificate = (id: string, reason: string) =>
  answered(api.POST('/api/v1/certificates/{id}/revoke', { params: of(id), body: { reason } }));
