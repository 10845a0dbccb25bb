import { answered, api, type Schemas } from './client';

export type Suspension = Schemas['SuspensionView'];
export type SuspensionCommand = Suspension['commands'][number];
type DeclareRecency = Schemas['DeclareRecencyRequest'];

const of = (id: string) => ({ path: { id } });

export const ownSuspensions = () => answered(api.GET('/api/v1/me/suspensions'));
export const welderSuspensions = (welderId: string) =>
  answered(api.GET('/api/v1/welders/{id}/suspensions', { params: of(welderId) }));
export const suspendWelder = (welderId: string, body: Schemas['SuspendWelderRequest']) =>
  answered(api.POST('/api/v1/welders/{id}/suspensions', { params: of(welderId), body }));
export const commandSuspension = ({ id, command, text }: { id: string; command: SuspensionCommand; text: string }) =>
  answered(
    api.POST('/api/v1/welder-suspensions/{id}/commands/{command}', {
      params: { path: { id, command } },
      body: { text },
    }),
  );
export const readRecency = (welderId: string) =>
  answered(api.GET('/api/v1/welders/{id}/recency', { params: of(welderId) }));
export const declareRecency = (welderId: string, body: DeclareRecency) =>
  answered(api.POST('/api/v1/welders/{id}/recency', { params: of(welderId), body }));
export const revealWelder = (id: string, reason: string) =>
  answered(api.POST('/api/v1/welders/{id}/reveal', { params: of(id), body: { reason } }));
