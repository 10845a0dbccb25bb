import { get } from './http';

export interface Overview {
  at: string;
  running: number;
  jobsToday: number;
  refusedToday: number;
  offPlatformToday: number;
  openViolations: number;
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
export const readOverview = (regionCode?: string): Promise<Overview> => get('/statistics/overview', { regionCode });
