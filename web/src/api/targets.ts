import { answered, api, type QueryOf, type Schemas } from './client';

export type Target = Schemas['TargetView'];

export const listTargets = (query: QueryOf<'/api/v1/targets'>) =>
  answered(api.GET('/api/v1/targets', { params: { query } }));
export const setTarget = (body: Schemas['SetTargetRequest']) => answered(api.POST('/api/v1/targets', { body }));
export const endTarget = (id: string) => answered(api.POST('/api/v1/targets/{id}/end', { params: { path: { id } } }));
