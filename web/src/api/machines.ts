import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type Machine = Schemas['MachineView'];
export type Arc = Schemas['ArcView'];
export type MachineCommand = Machine['commands'][number];
export type Process = Machine['process'];
export type Control = Machine['control'];
export type RegisterMachineRequest = Schemas['RegisterMachineRequest'];

const of = (id: string) => ({ path: { id } });

export const listMachines = (query: QueryOf<'/api/v1/machines'>) =>
  answered(api.GET('/api/v1/machines', { params: { query } }));
export const readMachine = (id: string) => answered(api.GET('/api/v1/machines/{id}', { params: of(id) }));
/** With their verdicts, the latest first. */
export const machineArcs = (id: string, query: QueryOf<'/api/v1/machines/{id}/arcs'>) =>
  answered(api.GET('/api/v1/machines/{id}/arcs', { params: { ...of(id), query } }));
export const registerMachine = (body: RegisterMachineRequest) => answered(api.POST('/api/v1/machines', { body }));
export const changeMachine = (id: string, body: Schemas['ChangeMachineRequest']) =>
  answered(api.PATCH('/api/v1/machines/{id}', { params: of(id), body }));
export const commandMachine = (id: string, command: MachineCommand, reason: string) =>
  answered(
    api.POST('/api/v1/machines/{id}/commands/{command}', { params: { path: { id, command } }, body: { reason } }),
  );
export const replaceCode = (id: string, body: Schemas['ReplaceCodeRequest']) =>
  answered(api.POST('/api/v1/machines/{id}/code', { params: of(id), body }));
export const listExternalCodes = (query: QueryOf<'/api/v1/external-codes'>) =>
  answered(api.GET('/api/v1/external-codes', { params: { query } }));
export const keepExternalCode = (body: Schemas['ExternalCodeRequest']) =>
  answered(api.POST('/api/v1/external-codes', { body }));
export const removeExternalCode = (content: string) =>
  answered(api.DELETE('/api/v1/external-codes', { params: { query: { content } } }));
export const bindChip = (id: string, chipNo: string) =>
  answered(api.POST('/api/v1/machines/{id}/chip', { params: of(id), body: { chipNo } }));
export const unbindChip = (id: string) => answered(api.DELETE('/api/v1/machines/{id}/chip', { params: of(id) }));
export const machineLabel = (id: string) =>
  fileOf(api.GET('/api/v1/machines/{id}/label.png', { params: of(id), parseAs: 'blob' }));
export const labelSheet = (ids: string[]) =>
  fileOf(api.POST('/api/v1/machines/labels.pdf', { body: { ids }, parseAs: 'blob' }));
export const blankCodes = (count: number, layout: 'sheet' | 'roll' = 'sheet') =>
  fileOf(api.POST('/api/v1/codes/blank', { body: { count, layout }, parseAs: 'blob' }));
