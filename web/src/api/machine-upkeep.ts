import { answered, api, type Schemas } from './client';

export type Upkeep = Schemas['MachineUpkeep'];

const of = (id: string) => ({ params: { path: { id } } });

export const readUpkeep = (id: string) => answered(api.GET('/api/v1/machines/{id}/upkeep', of(id)));
export const recordCheck = (id: string, body: Schemas['RecordCheckRequest']) =>
  answered(api.POST('/api/v1/machines/{id}/checks', { ...of(id), body }));
export const startRepair = (id: string, body: Schemas['StartRepairRequest']) =>
  answered(api.POST('/api/v1/machines/{id}/repairs', { ...of(id), body }));
export const endRepair = (id: string, body: Schemas['EndRepairRequest']) =>
  answered(api.POST('/api/v1/machines/{id}/repairs/end', { ...of(id), body }));
