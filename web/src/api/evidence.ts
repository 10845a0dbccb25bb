import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type Replay = Schemas['ReplayView'];
export type CaseDocuments = Schemas['CaseDocuments'];
export type DocumentBody = Schemas['CaseDocumentRequest'];
export type DocumentKind = DocumentBody['kind'];
export type OffenderKind = QueryOf<'/api/v1/oversight/repeat-offenders'>['kind'];
export type Leave = Schemas['LeaveView'];

const of = (id: string) => ({ params: { path: { id } } });

export const evidencePack = (id: string) =>
  fileOf(api.GET('/api/v1/violations/{id}/evidence.zip', { ...of(id), parseAs: 'blob' }));
export const evidenceKeys = () => answered(api.GET('/.well-known/hanan-evidence-keys.json'));
export const caseDecisions = (id: string) => answered(api.GET('/api/v1/violations/{id}/decisions', of(id)));
export const replayDecision = (id: string) => answered(api.GET('/api/v1/decisions/{id}/replay', of(id)));

export const caseDocuments = (id: string) => answered(api.GET('/api/v1/violations/{id}/documents', of(id)));
export const makeDocument = (id: string, body: DocumentBody) =>
  answered(api.POST('/api/v1/violations/{id}/documents', { ...of(id), body }));
export const documentPdf = (id: string, documentId: string) =>
  fileOf(
    api.GET('/api/v1/violations/{id}/documents/{documentId}/document.pdf', {
      params: { path: { id, documentId } },
      parseAs: 'blob',
    }),
  );

export const caseBackground = (id: string) => answered(api.GET('/api/v1/oversight/cases/{id}', of(id)));
export const repeatOffenders = (query: QueryOf<'/api/v1/oversight/repeat-offenders'>) =>
  answered(api.GET('/api/v1/oversight/repeat-offenders', { params: { query } }));
export const actingFigures = (query: QueryOf<'/api/v1/oversight/figures'>) =>
  answered(api.GET('/api/v1/oversight/figures', { params: { query } }));

export const listLeaves = (query: QueryOf<'/api/v1/leaves'>) =>
  answered(api.GET('/api/v1/leaves', { params: { query } }));
export const enterLeave = (body: Schemas['LeaveRequest']) => answered(api.POST('/api/v1/leaves', { body }));
export const endLeave = (id: string) => answered(api.POST('/api/v1/leaves/{id}/end', of(id)));
