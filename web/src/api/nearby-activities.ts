import { answered, api, type QueryOf, type Schemas } from './client';

type NearbyActivity = Schemas['NearbyActivityView'];
export type ActivityKind = NearbyActivity['kind'];

export const listActivities = (query: QueryOf<'/api/v1/nearby-activities'>) =>
  answered(api.GET('/api/v1/nearby-activities', { params: { query } }));
export const declareActivity = (body: Schemas['NearbyActivityRequest']) =>
  answered(api.POST('/api/v1/nearby-activities', { body }));
export const withdrawActivity = (id: string) =>
  answered(api.DELETE('/api/v1/nearby-activities/{id}', { params: { path: { id } } }));
