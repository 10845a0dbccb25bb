import { answered, api, type Schemas } from './client';

export type OwnSession = Schemas['OwnSessionView'];

const proof = (password: string) => ({ body: password ? { password } : {} });

export const listOwnSessions = () => answered(api.GET('/api/v1/me/sessions'));
export const endOwnSession = (id: string, password: string) =>
  answered(api.POST('/api/v1/me/sessions/{id}/end', { params: { path: { id } }, ...proof(password) }));
export const endOtherSessions = (password: string) =>
  answered(api.POST('/api/v1/me/sessions/end-others', proof(password)));
