import type { InventoryKind } from '@domain/inventory/inventory';
import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type RegionCounts = Schemas['RegionCounts'];
export type MachineFilter = QueryOf<'/api/v1/inventory/machines'>;
export type WelderFilter = QueryOf<'/api/v1/inventory/welders'>;

export const readCounts = (kind: InventoryKind, regionCode?: string) =>
  answered(api.GET('/api/v1/inventory/counts', { params: { query: { kind, ...(regionCode && { regionCode }) } } }));
export const inventoryMachines = (query: MachineFilter) =>
  answered(api.GET('/api/v1/inventory/machines', { params: { query } }));
export const inventoryWelders = (query: WelderFilter) =>
  answered(api.GET('/api/v1/inventory/welders', { params: { query } }));
export const machinesSheet = (query: MachineFilter) =>
  fileOf(api.GET('/api/v1/inventory/machines.xlsx', { params: { query }, parseAs: 'blob' }));
export const weldersSheet = (query: WelderFilter) =>
  fileOf(api.GET('/api/v1/inventory/welders.xlsx', { params: { query }, parseAs: 'blob' }));
export const savedFilters = () => answered(api.GET('/api/v1/inventory/filters'));
export const saveFilter = (body: Schemas['SaveFilterRequest']) =>
  answered(api.POST('/api/v1/inventory/filters', { body }));
export const forgetFilter = (id: string) =>
  answered(api.DELETE('/api/v1/inventory/filters/{id}', { params: { path: { id } } }));
