import { answered, api, type Schemas } from './client';

export type OpenInvitation = Schemas['OpenInvitationView'];

const behind = (token: string) => ({ path: { token } });
const of = (id: string) => ({ path: { id } });

export const invite = (body: Schemas['InvitePersonRequest']) => answered(api.POST('/api/v1/invitations', { body }));
export const listInvitations = (query: { limit?: number; cursor?: string }) =>
  answered(api.GET('/api/v1/invitations', { params: { query } }));
export const resendInvitation = (id: string) =>
  answered(api.POST('/api/v1/invitations/{id}/resend', { params: of(id) }));
export const withdrawInvitation = (id: string) =>
  answered(api.POST('/api/v1/invitations/{id}/withdraw', { params: of(id) }));

export const readInvitation = (token: string) =>
  answered(api.GET('/api/v1/invitations/{token}', { params: behind(token) }));
export const sendJoinCode = (token: string) =>
  answered(api.POST('/api/v1/invitations/{token}/code', { params: behind(token) }));
export const acceptInvitation = (token: string, body: Schemas['AcceptInvitationRequest']) =>
  answered(api.POST('/api/v1/invitations/{token}/accept', { params: behind(token), body }));
