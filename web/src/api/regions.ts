import { answered, api } from './client';

export const childRegions = (parent: string) =>
  answered(api.GET('/api/v1/regions', { params: { query: parent ? { parent } : {} } }));
export const readRegion = (code: string) => answered(api.GET('/api/v1/regions/{code}', { params: { path: { code } } }));
