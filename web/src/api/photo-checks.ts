import { answered, api, type QueryOf, type Schemas } from './client';

export type PhotoCheck = Schemas['PhotoCheckView'];
export type PhotoDecision = 'accept' | 'doubt' | 'unclear';

export const listPhotoChecks = (query: QueryOf<'/api/v1/photo-checks'>) =>
  answered(api.GET('/api/v1/photo-checks', { params: { query } }));
export const readPhotoCheck = (id: string) =>
  answered(api.GET('/api/v1/photo-checks/{id}', { params: { path: { id } } }));

export function decidePhoto(id: string, decision: PhotoDecision, note: string): Promise<PhotoCheck> {
  const asked = { params: { path: { id } }, body: note === '' ? {} : { note } };
  if (decision === 'accept') return answered(api.POST('/api/v1/photo-checks/{id}/accept', asked));
  if (decision === 'doubt') return answered(api.POST('/api/v1/photo-checks/{id}/doubt', asked));
  return answered(api.POST('/api/v1/photo-checks/{id}/unclear', asked));
}

/** The photo that a running job was asked for. */
export const answerPhotoAsk = (jobId: string, photoId: string) =>
  answered(api.POST('/api/v1/jobs/{id}/photo', { params: { path: { id: jobId } }, body: { photoId } }));
