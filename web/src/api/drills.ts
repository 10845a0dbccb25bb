import { answered, api, under, type QueryOf, type Schemas } from './client';

export type Drill = Schemas['DrillView'];
export type DrillBody = Schemas['RecordDrillRequest'];

export const listDrills = (query: QueryOf<'/api/v1/drills'>) =>
  answered(api.GET('/api/v1/drills', { params: { query } }));
export const listDrillDuties = (query: QueryOf<'/api/v1/drills/duties'>) =>
  answered(api.GET('/api/v1/drills/duties', { params: { query } }));
export const recordDrillOnce = (body: DrillBody, key: string) =>
  answered(api.POST('/api/v1/drills', { body, ...under(key) }));
