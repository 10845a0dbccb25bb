import { answered, api, type QueryOf } from './client';

export const ownData = () => answered(api.GET('/api/v1/me/data'));
export const looksAtMe = () => answered(api.GET('/api/v1/me/data/looks'));
export const listErasures = (query: QueryOf<'/api/v1/privacy/erasures'>) =>
  answered(api.GET('/api/v1/privacy/erasures', { params: { query } }));
