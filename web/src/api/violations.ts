import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface Violation {
  id: string;
  kind: string;
  grade: string;
  state: string;
  certainty: string;
  source: string;
  regionCode: string;
  machineId: string | null;
  chipNo: string | null;
  welderId: string | null;
  enterpriseId: string | null;
  permitId: string | null;
  jobId: string | null;
  place: string | null;
  lat: number | null;
  lng: number | null;
  description: string;
  occurrences: number;
  foundAt: string;
  dueAt: string | null;
}
export interface ViolationDetail extends Violation {
  commands: string[];
  photoIds: string[];
  legalBasis: string | null;
  history: { at: string; command: string; toState: string; byName: string }[];
}
export interface RecordViolationRequest {
  kind: string;
  description: string;
  photoIds: string[];
  lat?: number;
  lng?: number;
  machineId?: string;
  welderId?: string;
}
export const listViolations = (
  query: PageQuery & { state?: string; kind?: string; grade?: string; regionCode?: string; machineId?: string },
): Promise<Page<Violation>> => get('/violations', { ...query });
export const readViolation = (id: string): Promise<ViolationDetail> => get(`/violations/${id}`);
export const recordViolation = (body: RecordViolationRequest): Promise<Violation> => post('/violations', body);
export const commandViolation = (
  id: string,
  command: string,
  body: Record<string, unknown>,
): Promise<ViolationDetail> => post(`/violations/${id}/commands/${command}`, body);
