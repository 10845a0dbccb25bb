import { get } from './http';

export interface Overview {
  at: string;
  running: number;
  jobsToday: number;
  refusedToday: number;
  offPlatformToday: number;
  openViolations: number;
  chips: { bound: number; heard: number; silent: number };
  permits: { byState: Record<string, number> };
  honestRefused: { scans: number; refused: number; share: number; byCause: { code: string; count: number }[] };
  towns: {
    code: string;
    name: string;
    machines: number;
    machinesWithChip: number;
    welders: number;
    weldersCertified: number;
  }[];
  trend: { day: string; jobs: number; refused: number; violations: number }[];
}
export interface LiveJob {
  id: string;
  machineId: string;
  machineCode: string;
  model: string;
  enterpriseName: string | null;
  lat: number | null;
  lng: number | null;
  currentA: number | null;
  arcOn: boolean;
  since: string;
  workUntil: string;
}
export const readOverview = (regionCode?: string): Promise<Overview> => get('/statistics/overview', { regionCode });
export const liveJobs = (regionCode?: string): Promise<{ at: string; items: LiveJob[]; more: boolean }> =>
  get('/statistics/live', { regionCode });
