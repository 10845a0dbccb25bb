import { answered, api, type Schemas } from './client';

export type Employment = Schemas['EmploymentView'];

const of = (id: string) => ({ path: { id } });

export const welderEmployments = (welderId: string) =>
  answered(api.GET('/api/v1/welders/{id}/employments', { params: of(welderId) }));
export const endEmployment = (welderId: string, body: Schemas['EndEmploymentRequest']) =>
  answered(api.POST('/api/v1/welders/{id}/employments/end', { params: of(welderId), body }));
