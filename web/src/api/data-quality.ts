import { answered, api, type QueryOf, type Schemas } from './client';

export type Finding = Schemas['QualityFinding'];
export type FindingQuery = QueryOf<'/api/v1/data-quality/findings'>;

export const listFindings = (query: FindingQuery) =>
  answered(api.GET('/api/v1/data-quality/findings', { params: { query } }));
export const countFindings = (regionCode?: string) =>
  answered(api.GET('/api/v1/data-quality/counts', { params: { query: { ...(regionCode && { regionCode }) } } }));
export const acceptFinding = ({ kind, subjectId }: Finding, reason: string) =>
  answered(api.POST('/api/v1/data-quality/accept', { body: { kind, subjectId, reason } }));
