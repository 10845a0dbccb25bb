import { answered, api, type Schemas } from './client';

export type CertificateCheck = Schemas['CertificateCheckView'];

const of = (id: string) => ({ path: { id } });

export const revealCertificate = (id: string, purpose: string) =>
  answered(api.POST('/api/v1/certificates/{id}/reveal', { params: of(id), body: { purpose } }));
export const lookUpCertificate = (id: string, body: Schemas['LookUpCertificateRequest']) =>
  answered(api.POST('/api/v1/certificates/{id}/lookups', { params: of(id), body }));
export const scanCertificate = (id: string, text: string) =>
  answered(api.POST('/api/v1/certificates/{id}/scans', { params: of(id), body: { text } }));
export const certificateHistory = (id: string) =>
  answered(api.GET('/api/v1/certificates/{id}/history', { params: of(id) }));
export const markForged = (id: string, body: Schemas['ForgedCertificateRequest']) =>
  answered(api.POST('/api/v1/certificates/{id}/forged', { params: of(id), body }));
export const bestCertificates = (welderIds: readonly string[]) =>
  answered(api.GET('/api/v1/certificates', { params: { query: { welderIds: welderIds.join(',') } } }));
