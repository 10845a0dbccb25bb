import { answered, api, type QueryOf } from './client';

export type ColleagueSeat = QueryOf<'/api/v1/enterprises/{id}/colleagues'>['as'];

/** Whom a member of an enterprise can name on its permits. */
export const listColleagues = (id: string, query: QueryOf<'/api/v1/enterprises/{id}/colleagues'>) =>
  answered(api.GET('/api/v1/enterprises/{id}/colleagues', { params: { path: { id }, query } }));
