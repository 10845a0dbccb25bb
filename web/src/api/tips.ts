import { answered, api, type QueryOf, type Schemas } from './client';

export type TipKind = Schemas['TipForm']['kind'];
export type TipReceipt = Schemas['TipReceipt'];
export type TipState = Schemas['FollowedTip']['state'];
export type TipDetail = Schemas['TipDetail'];
export type TipCommand = TipDetail['commands'][number];
export type TipCommandBody = Schemas['TipCommandRequest'];
export type TipTask = Schemas['TipTaskView'];
export type CheckTipBody = Schemas['CheckTipRequest'];
export type RewardState = Schemas['RewardView']['state'];

/** What a reporter fills in; what is empty is not sent. */
export interface TipFields {
  readonly kind: TipKind;
  readonly text: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly machineCode: string;
  readonly regionCode: string;
  readonly phone: string;
  readonly about: string;
  readonly sendKey: string;
}

const of = (id: string) => ({ path: { id } });

/** Without the token and without cookies, also on the phone of somebody who is signed in: the platform does not hear who reports. */
const unsigned = (request: Request): Promise<Response> => {
  request.headers.delete('Authorization');
  return fetch(new Request(request, { credentials: 'omit' }));
};

export function reportTip(fields: TipFields, photos: readonly Blob[]): Promise<TipReceipt> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== '' && value !== undefined) form.append(name, String(value));
  for (const photo of photos) form.append('photo', photo, 'photo.jpg');
  // The description speaks of the form's fields; the browser writes the form itself.
  const body = form as unknown as Schemas['TipForm'];
  return answered(api.POST('/api/v1/tips', { body, bodySerializer: () => form, fetch: unsigned }));
}
export const followTip = (trackingCode: string) =>
  answered(api.GET('/api/v1/tips/{trackingCode}', { params: { path: { trackingCode } }, fetch: unsigned }));

export const listTips = (query: QueryOf<'/api/v1/tip-desk'>) =>
  answered(api.GET('/api/v1/tip-desk', { params: { query } }));
export const readTip = (id: string) => answered(api.GET('/api/v1/tip-desk/{id}', { params: of(id) }));
export const tipHandlers = (id: string) => answered(api.GET('/api/v1/tip-desk/{id}/handlers', { params: of(id) }));
export const commandTip = (id: string, command: TipCommand, body: TipCommandBody) =>
  answered(api.POST('/api/v1/tip-desk/{id}/commands/{command}', { params: { path: { id, command } }, body }));
export const openTipIdentity = (id: string, reason: string) =>
  answered(api.POST('/api/v1/tip-desk/{id}/identity', { params: of(id), body: { reason } }));
export const proposeTipReward = (id: string, insider: boolean) =>
  answered(api.POST('/api/v1/tip-desk/{id}/reward', { params: of(id), body: { insider } }));

export const readTipTask = (id: string) => answered(api.GET('/api/v1/tip-tasks/{id}', { params: of(id) }));
export const checkTip = (id: string, body: CheckTipBody) =>
  answered(api.POST('/api/v1/tip-tasks/{id}/check', { params: of(id), body }));
export const handBackTip = (id: string, reason: string) =>
  answered(api.POST('/api/v1/tip-tasks/{id}/hand-back', { params: of(id), body: { reason } }));

export const listTipRewards = (query: QueryOf<'/api/v1/tip-rewards'>) =>
  answered(api.GET('/api/v1/tip-rewards', { params: { query } }));
export const approveTipReward = (id: string) =>
  answered(api.POST('/api/v1/tip-rewards/{id}/approve', { params: of(id) }));
export const refuseTipReward = (id: string, reason: string) =>
  answered(api.POST('/api/v1/tip-rewards/{id}/refuse', { params: of(id), body: { reason } }));
export const payTipReward = (body: Schemas['PayRewardRequest']) =>
  answered(api.POST('/api/v1/tip-rewards/pay', { body }));
