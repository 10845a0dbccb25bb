import { answered, api, type QueryOf, type Schemas } from './client';

export type User = Schemas['UserView'];
export type Role = User['roles'][number];
export type RegisterUserRequest = Schemas['RegisterUserRequest'];

export const listUsers = (query: QueryOf<'/api/v1/users'>) => answered(api.GET('/api/v1/users', { params: { query } }));
export const confirmSeat = (id: string, idNumber: string) =>
  answered(api.POST('/api/v1/users/{id}/confirm', { params: { path: { id } }, body: { idNumber } }));
export const registerUser = (body: RegisterUserRequest) => answered(api.POST('/api/v1/users', { body }));

const of = (id: string) => ({ path: { id } });

export const readUser = (id: string) => answered(api.GET('/api/v1/users/{id}', { params: of(id) }));
/** `version` is the one that was on the form. */
export const changeUser = (id: string, version: number, body: Schemas['ChangeUserRequest']) =>
  answered(api.PATCH('/api/v1/users/{id}', { params: { ...of(id), header: { 'if-match': `"${version}"` } }, body }));
export const disableUser = (id: string) => answered(api.POST('/api/v1/users/{id}/disable', { params: of(id) }));
export const enableUser = (id: string) => answered(api.POST('/api/v1/users/{id}/enable', { params: of(id) }));
export const resetPassword = (id: string) =>
  answered(api.POST('/api/v1/users/{id}/password', { params: of(id), body: {} }));
export const resetSecondFactor = (id: string, reason: string) =>
  answered(api.POST('/api/v1/users/{id}/second-factor/reset', { params: of(id), body: { reason } }));
export const leaveEnterprise = (id: string) => answered(api.POST('/api/v1/users/{id}/leave', { params: of(id) }));
