import { answered, api, type QueryOf, type Schemas } from './client';

export const listAreas = (query: QueryOf<'/api/v1/designated-areas'>) =>
  answered(api.GET('/api/v1/designated-areas', { params: { query } }));
export const designateArea = (body: Schemas['DesignateAreaRequest']) =>
  answered(api.POST('/api/v1/designated-areas', { body }));
/** On the spot only: a good position, and what was scanned of the board. */
export const bindSignboard = (id: string, proof: Schemas['PlaceProofRequest']) =>
  answered(api.POST('/api/v1/designated-areas/{id}/signboard', { params: { path: { id } }, body: { proof } }));
