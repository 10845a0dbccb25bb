import { answered, api, type QueryOf, type Schemas } from './client';

export type Fitting = Schemas['OpenFittingView'];
export type Appointment = Schemas['AppointmentView'];

const of = (id: string) => ({ params: { path: { id } } });

export const beginFitting = (machineId: string, chipNo: string) =>
  answered(api.POST('/api/v1/machines/{id}/fitting', { ...of(machineId), body: { chipNo } }));
export const readFitting = (id: string) => answered(api.GET('/api/v1/fittings/{id}', of(id)));
export const listFittings = (query: QueryOf<'/api/v1/fittings'>) =>
  answered(api.GET('/api/v1/fittings', { params: { query } }));
export const startTest = (id: string) => answered(api.POST('/api/v1/fittings/{id}/test', of(id)));
export const endTest = (id: string) => answered(api.POST('/api/v1/fittings/{id}/test/end', of(id)));
export const completeFitting = (id: string, body: Schemas['CompleteFittingRequest']) =>
  answered(api.POST('/api/v1/fittings/{id}/complete', { ...of(id), body }));
export const abandonFitting = (id: string, note: string) =>
  answered(api.POST('/api/v1/fittings/{id}/abandon', { ...of(id), body: { note } }));

export const replaceChip = (chipNo: string, body: Schemas['ReplaceChipRequest']) =>
  answered(api.POST('/api/v1/chips/{chipNo}/replace', { params: { path: { chipNo } }, body }));
export const blockChip = (chipNo: string, body: Schemas['BlockChipRequest']) =>
  answered(api.POST('/api/v1/chips/{chipNo}/block', { params: { path: { chipNo } }, body }));
export const unblockChip = (chipNo: string, note: string) =>
  answered(api.POST('/api/v1/chips/{chipNo}/unblock', { params: { path: { chipNo } }, body: { note } }));
export const chipLife = (chipNo: string) =>
  answered(api.GET('/api/v1/chips/{chipNo}/life', { params: { path: { chipNo } } }));

export const listAppointments = (query: QueryOf<'/api/v1/fitting-appointments'>) =>
  answered(api.GET('/api/v1/fitting-appointments', { params: { query } }));
export const listUnplanned = (query: QueryOf<'/api/v1/fitting-appointments/unplanned'>) =>
  answered(api.GET('/api/v1/fitting-appointments/unplanned', { params: { query } }));
export const planFittings = (body: Schemas['PlanFittingsRequest']) =>
  answered(api.POST('/api/v1/fitting-appointments', { body }));
export const commandAppointment = (id: string, command: string) =>
  answered(api.POST('/api/v1/fitting-appointments/{id}/commands/{command}', { params: { path: { id, command } } }));
