import type { Position } from '@/device/position';
import { answered, api, type QueryOf, type Schemas } from './client';

export type Workshop = Schemas['WorkshopView'];
export type NewWorkshop = Schemas['AskWorkshopRequest'];

const of = (id: string) => ({ path: { id } });

export const listWorkshops = (query: QueryOf<'/api/v1/designated-areas/workshops'>) =>
  answered(api.GET('/api/v1/designated-areas/workshops', { params: { query } }));
export const askWorkshop = (body: NewWorkshop) => answered(api.POST('/api/v1/designated-areas/workshops', { body }));
/** A grid worker says where they stand. */
export const confirmWorkshop = ({ id }: Workshop, from: Position | null) =>
  answered(api.POST('/api/v1/designated-areas/workshops/{id}/confirm', { params: of(id), body: from ?? {} }));
export const refuseWorkshop = ({ id }: Workshop, reason: string) =>
  answered(api.POST('/api/v1/designated-areas/workshops/{id}/refuse', { params: of(id), body: { reason } }));
