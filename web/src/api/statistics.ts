import { answered, api, type Schemas } from './client';

export type NewsItem = Schemas['NewsItem'];

const within = (regionCode: string | undefined) => ({ query: regionCode ? { regionCode } : {} });

export const readOverview = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/overview', { params: within(regionCode) }));
export const liveJobs = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/live', { params: within(regionCode) }));
/** What happened lately, with firm and place. */
export const readNews = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/news', { params: within(regionCode) }));
/** Day by day, by cause. */
export const readHonestRefusals = (regionCode?: string) =>
  answered(api.GET('/api/v1/statistics/honest-refusals', { params: within(regionCode) }));
