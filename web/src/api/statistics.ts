import { answered, api } from './client';

const within = (regionCode: string | undefined) => ({ query: regionCode ? { regionCode } : {} });

export const readOverview = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/overview', { params: within(regionCode) }));
export const liveJobs = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/live', { params: within(regionCode) }));
