import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface Enterprise {
  id: string;
  name: string;
  uscc: string | null;
  kind: string;
  industry: string;
  regionCode: string;
  contactName: string;
  contactPhone: string;
  status: string;
}
export const listEnterprises = (query: PageQuery & { regionCode?: string }): Promise<Page<Enterprise>> =>
  get('/enterprises', { ...query });
export const readEnterprise = (id: string): Promise<Enterprise> => get(`/enterprises/${id}`);
export const registerEnterprise = (body: {
  name: string;
  uscc?: string;
  kind?: string;
  regionCode: string;
  industry: string;
  contactName: string;
  contactPhone: string;
}): Promise<Enterprise> => post('/enterprises', body);
