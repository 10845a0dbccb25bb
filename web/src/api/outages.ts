import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type Outage = Schemas['OutageView'];
export type PaperBlock = Schemas['PaperBlockView'];
export type EnterPaperRequest = Schemas['EnterPaperRequest'];

export const listOutages = (query: QueryOf<'/api/v1/outages'>) =>
  answered(api.GET('/api/v1/outages', { params: { query } }));
export const declareOutage = (body: Schemas['DeclareOutageRequest']) => answered(api.POST('/api/v1/outages', { body }));
export const closeOutage = (id: string, body: Schemas['CloseOutageRequest']) =>
  answered(api.POST('/api/v1/outages/{id}/close', { params: { path: { id } }, body }));
export const listBlocks = (query: QueryOf<'/api/v1/paper-blocks'>) =>
  answered(api.GET('/api/v1/paper-blocks', { params: { query } }));
export const issueBlock = (body: Schemas['IssueBlockRequest']) => answered(api.POST('/api/v1/paper-blocks', { body }));
export const blockForms = (id: string) =>
  fileOf(api.GET('/api/v1/paper-blocks/{id}/forms.pdf', { params: { path: { id } }, parseAs: 'blob' }));
export const listPapers = (query: QueryOf<'/api/v1/paper-permits'>) =>
  answered(api.GET('/api/v1/paper-permits', { params: { query } }));
export const enterPaper = (body: EnterPaperRequest) => answered(api.POST('/api/v1/paper-permits', { body }));
