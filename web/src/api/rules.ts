import { del, get, post } from './http';
import type { Page, PageQuery } from './page';

export interface RuleVersion {
  id: string;
  key: string;
  regime: string | null;
  level: string | null;
  regionCode: string | null;
  validFrom: string;
  validTo: string | null;
  stage: 'past' | 'running' | 'planned';
  value: unknown;
  source: string;
  certainty: 'A' | 'B' | 'default';
}
export interface Rule extends RuleVersion {
  zh: string;
  en: string;
  unit: string | null;
  variesBy: ('regime' | 'level' | 'region')[];
  nextFrom: string | null;
}
export interface RuleProposal {
  key: string;
  regime?: string;
  level?: string;
  regionCode?: string;
  validFrom: string;
  validTo?: string | null;
  value: unknown;
  source: string;
  certainty: 'A' | 'B' | 'default';
}
export interface RulePreview {
  before: RuleVersion | null;
  ends: RuleVersion | null;
  value: unknown;
  changes: { path: string; before: unknown; after: unknown }[];
  openPermits: number;
  machines: number;
}

export const listRules = (query: { key?: string; regime?: string; regionCode?: string }): Promise<{ items: Rule[] }> =>
  get('/rules', { ...query });
export const ruleVersions = (key: string, query: PageQuery): Promise<Page<RuleVersion>> =>
  get(`/rules/${encodeURIComponent(key)}/versions`, { ...query });
export const previewRule = (body: RuleProposal): Promise<RulePreview> => post('/rules/preview', body);
export const planRule = (body: RuleProposal): Promise<RuleVersion> => post('/rules', body);
export const withdrawRule = (id: string): Promise<RuleVersion> => del(`/rules/versions/${id}`);
