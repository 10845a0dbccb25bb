import { answered, api, type QueryOf, type Schemas } from './client';

export type StartJobRequest = Schemas['JobRequest'];
export type Job = Schemas['JobView'];

export const startJob = (body: StartJobRequest) => answered(api.POST('/api/v1/jobs', { body }));
export const readJob = (id: string) => answered(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } }));
export const listJobs = (query: QueryOf<'/api/v1/jobs'>) => answered(api.GET('/api/v1/jobs', { params: { query } }));
export const finishJob = (id: string) => answered(api.POST('/api/v1/jobs/{id}/finish', { params: { path: { id } } }));
export const stopJob = (id: string, reason: string, photoId?: string) =>
  answered(
    api.POST('/api/v1/jobs/{id}/stop', { params: { path: { id } }, body: { reason, ...(photoId && { photoId }) } }),
  );
/** The regulator decides about an inspector's stop. */
export const decideStop = (id: string, decision: 'confirm' | 'lift') =>
  answered(api.POST('/api/v1/jobs/{id}/stop/{decision}', { params: { path: { id, decision } }, body: {} }));
export const askOfflineCode = (body: StartJobRequest) => answered(api.POST('/api/v1/jobs/offline-code', { body }));
