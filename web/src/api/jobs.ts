import type { Finding } from './problem';
import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface StartJobRequest {
  machineCode: string;
  permitId?: string;
  welderCode?: string;
  outlet?: number;
  lat?: number;
  lng?: number;
  accuracyM?: number;
  photoId?: string;
}
export interface Job {
  id: string;
  state: string;
  machineId: string;
  machine: { id: string; code: string; model: string } | null;
  welderId: string;
  welder: { id: string; name: string } | null;
  permitId: string | null;
  reservedAt: string;
  runningAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  workUntil: string;
  arcMs: number;
  arcOpen: boolean;
  warnings: { code: string; endsAt: string; message: string }[];
  live?: { currentA: number | null } | null;
  decision?: { findings: Finding[] };
}
export const startJob = (body: StartJobRequest): Promise<Job> => post('/jobs', body);
export const readJob = (id: string): Promise<Job> => get(`/jobs/${id}`);
export const listJobs = (
  query: PageQuery & { mine?: boolean; state?: string; regionCode?: string; machineId?: string; welderId?: string },
): Promise<Page<Job>> => get('/jobs', { ...query });
export const finishJob = (id: string): Promise<Job> => post(`/jobs/${id}/finish`, {});
export const stopJob = (id: string, reason: string): Promise<Job> => post(`/jobs/${id}/stop`, { reason });
export const askOfflineCode = (body: StartJobRequest): Promise<{ code: string; counter: number; validUntil: string }> =>
  post('/jobs/offline-code', body);
