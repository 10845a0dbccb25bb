import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface Certificate {
  id: string;
  number: string;
  kind: string;
  operations: string[];
  issuer: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  /** What somebody found out about it. */
  status: string;
  /** What it is worth now. */
  state: string;
}
export interface Welder {
  id: string;
  name: string;
  idNumber: string;
  phone: string;
  code: string;
  regionCode: string;
  enterpriseId: string | null;
  status: string;
}
export const listWelders = (query: PageQuery & { regionCode?: string; enterpriseId?: string }): Promise<Page<Welder>> =>
  get('/welders', { ...query });
export const readWelder = (id: string): Promise<Welder> => get(`/welders/${id}`);
export const registerWelder = (body: {
  name: string;
  idNumber: string;
  phone: string;
  regionCode: string;
  enterpriseId?: string;
}): Promise<Welder> => post('/welders', body);
export const welderCertificates = (welderId: string): Promise<Page<Certificate>> =>
  get(`/welders/${welderId}/certificates`);
export const addCertificate = (
  welderId: string,
  body: {
    number: string;
    kind: string;
    operations: string[];
    issuer: string;
    issuedOn: string;
    validFrom: string;
    validTo: string;
  },
): Promise<Certificate> => post(`/welders/${welderId}/certificates`, body);
export const verifyCertificate = (id: string, body: { method: string; note: string }): Promise<Certificate> =>
  post(`/certificates/${id}/verify`, body);
export const revokeCertificate = (id: string, reason: string): Promise<Certificate> =>
  post(`/certificates/${id}/revoke`, { reason });
