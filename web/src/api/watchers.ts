import { answered, api, type QueryOf, type Schemas } from './client';

export type Watcher = Schemas['WatcherView'];
export type WatcherCertificate = Schemas['WatcherCertificateView'];

export const listWatchers = (query: QueryOf<'/api/v1/watchers'>) =>
  answered(api.GET('/api/v1/watchers', { params: { query } }));
export const watcherCertificates = (userId: string) =>
  answered(api.GET('/api/v1/users/{id}/watcher-certificate', { params: { path: { id: userId } } }));
export const recordWatcherCertificate = (userId: string, body: Schemas['WatcherCertificateRequest']) =>
  answered(api.PATCH('/api/v1/users/{id}/watcher-certificate', { params: { path: { id: userId } }, body }));
export const revokeWatcherCertificate = (id: string, reason: string) =>
  answered(api.POST('/api/v1/watcher-certificates/{id}/revoke', { params: { path: { id } }, body: { reason } }));
