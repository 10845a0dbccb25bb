import { answered, api } from './client';

export const listClaims = () => answered(api.GET('/api/v1/employment-claims'));
export const confirmClaim = (id: string) =>
  answered(api.POST('/api/v1/employment-claims/{id}/confirm', { params: { path: { id } } }));
export const refuseClaim = (id: string, reason: string) =>
  answered(api.POST('/api/v1/employment-claims/{id}/refuse', { params: { path: { id } }, body: { reason } }));
