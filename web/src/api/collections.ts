import { answered, api, fileOf, under, type QueryOf, type Schemas } from './client';

export type CollectBody = Schemas['CollectRequest'];
export type Collected = Schemas['CollectionView'];

/** Under the device's own number: sent again, nothing is collected twice. */
export const collectOnce = (body: CollectBody, key: string): Promise<Collected> =>
  answered(
    api.POST('/api/v1/collections', {
      body,
      params: { header: { 'idempotency-key': key } },
      ...under(key),
    }),
  ) as Promise<Collected>;
/** The one enterprise with this code, wherever it is registered. */
export const ownerByCreditCode = (uscc: string) =>
  answered(api.GET('/api/v1/collections/owner', { params: { query: { uscc } } }));
export const listCollections = (query: QueryOf<'/api/v1/collections'>) =>
  answered(api.GET('/api/v1/collections', { params: { query } }));
export const typeNumber = (id: string, idNumber: string) =>
  answered(api.POST('/api/v1/collections/{id}/number', { params: { path: { id } }, body: { idNumber } }));
export const whoCollected = (query: { from: string; to: string; regionCode?: string }) =>
  answered(api.GET('/api/v1/collections/who', { params: { query } }));
export const whoCollectedSheet = (query: { from: string; to: string; regionCode?: string }): Promise<Blob> =>
  fileOf(api.GET('/api/v1/collections/who.xlsx', { params: { query }, parseAs: 'blob' }));
