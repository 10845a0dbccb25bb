import { answered, api, type QueryOf } from './client';

export const ownData = () => answered(api.GET('/api/v1/me/data'));
export const looksAtMe = () => answered(api.GET('/api/v1/me/data/looks'));
export const listErasures = (query: QueryOf<'/api/v1/privacy/erasures'>) =>
  answered(api.GET('/api/v1/privacy/erasures', { params: { query } }));

export const ownErasure = () => answered(api.GET('/api/v1/me/erasure'));
export const askErasure = (reason: string) => answered(api.POST('/api/v1/me/erasure', { body: { reason } }));
export const withdrawErasure = (id: string) =>
  answered(api.POST('/api/v1/me/erasure/{id}/withdraw', { params: { path: { id } } }));
export const listErasureRequests = (query: QueryOf<'/api/v1/erasure-requests'>) =>
  answered(api.GET('/api/v1/erasure-requests', { params: { query } }));
export const recordErasure = (body: { welderId: string; reason: string }) =>
  answered(api.POST('/api/v1/erasure-requests', { body }));
export const decideErasure = ({ id, command, note }: { id: string; command: 'approve' | 'refuse'; note: string }) =>
  answered(
    api.POST('/api/v1/erasure-requests/{id}/commands/{command}', { params: { path: { id, command } }, body: { note } }),
  );
export type ErasureRequest = Awaited<ReturnType<typeof listErasureRequests>>['items'][number];
