import { answered, api, type QueryOf, type Schemas } from './client';

export type CodeRoll = Schemas['CodeRollView'];

export const listRolls = (query: QueryOf<'/api/v1/code-rolls'>) =>
  answered(api.GET('/api/v1/code-rolls', { params: { query } }));
export const issueRoll = (id: string, userId: string) =>
  answered(api.POST('/api/v1/code-rolls/{id}/issue', { params: { path: { id } }, body: { userId } }));
export const voidRoll = (id: string, reason: string) =>
  answered(api.POST('/api/v1/code-rolls/{id}/void', { params: { path: { id } }, body: { reason } }));
