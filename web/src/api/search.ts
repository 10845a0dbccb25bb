import { answered, api } from './client';

/** Machines, welders and permits by code, name, number or certificate; for officials. */
export const search = (q: string) => answered(api.GET('/api/v1/search', { params: { query: { q } } }));
