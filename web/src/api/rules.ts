import { answered, api, type QueryOf, type Schemas } from './client';

export type RuleVersion = Schemas['RuleVersionView'];
export type Rule = Schemas['RuleView'];
export type RuleProposal = Schemas['RuleProposalRequest'];
export type RulePreview = Schemas['RulePreview'];

export const listRules = (query: QueryOf<'/api/v1/rules'>) => answered(api.GET('/api/v1/rules', { params: { query } }));
export const ruleVersions = (key: string, query: { limit?: number; cursor?: string }) =>
  answered(api.GET('/api/v1/rules/{key}/versions', { params: { path: { key }, query } }));
export const previewRule = (body: RuleProposal) => answered(api.POST('/api/v1/rules/preview', { body }));
export const planRule = (body: RuleProposal) => answered(api.POST('/api/v1/rules', { body }));
export const withdrawRule = (id: string) =>
  answered(api.DELETE('/api/v1/rules/versions/{id}', { params: { path: { id } } }));
