import { del, get, getBlob, post, postForBlob } from './http';
import type { Page, PageQuery } from './page';

export interface Machine {
  id: string;
  code: string;
  serialNumber: string | null;
  model: string;
  process: string;
  control: string;
  outlets: number;
  ratedCurrentA: number | null;
  enterpriseId: string | null;
  ownerWelderId: string | null;
  regionCode: string;
  inspectionDueOn: string | null;
  status: string;
  chipNo: string | null;
  commands: string[];
}
export interface RegisterMachineRequest {
  serialNumber?: string;
  model: string;
  process: string;
  enterpriseId?: string;
  ownerWelderId?: string;
  regionCode: string;
  inspectionDueOn?: string;
  blankCode?: string;
  ratedCurrentA?: number;
  outlets?: number;
  control?: string;
}
export const listMachines = (
  query: PageQuery & { status?: string; regionCode?: string; enterpriseId?: string },
): Promise<Page<Machine>> => get('/machines', { ...query });
export const readMachine = (id: string): Promise<Machine> => get(`/machines/${id}`);
export const registerMachine = (body: RegisterMachineRequest): Promise<Machine> => post('/machines', body);
export const commandMachine = (id: string, command: string, reason: string): Promise<Machine> =>
  post(`/machines/${id}/commands/${command}`, { reason });
export const bindChip = (id: string, chipNo: string): Promise<Machine> => post(`/machines/${id}/chip`, { chipNo });
export const unbindChip = (id: string): Promise<void> => del(`/machines/${id}/chip`);
export const machineLabel = (id: string): Promise<Blob> => getBlob(`/machines/${id}/label.png`);
export const labelSheet = (ids: string[]): Promise<Blob> => postForBlob('/machines/labels.pdf', { ids });
export const blankCodes = (count: number): Promise<Blob> => postForBlob('/codes/blank', { count });
