import { answered, api, fileOf, type QueryOf, type Schemas } from './client';

export type Import = Schemas['ImportView'];
export type ImportKind = Import['kind'];
export type Verdict = Schemas['ImportRowView']['verdict'];

const MULTIPART = (form: FormData): FormData => form;

export function uploadImport({ kind, file }: { kind: ImportKind; file: File }): Promise<Import> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', file, file.name);
  // The description speaks of the form's fields; the browser writes the form itself.
  const body = form as unknown as Schemas['ImportUpload'];
  return answered(api.POST('/api/v1/imports', { body: body as never, bodySerializer: () => MULTIPART(form) }));
}

export const listImports = (query: QueryOf<'/api/v1/imports'>) =>
  answered(api.GET('/api/v1/imports', { params: { query } }));
export const readImport = (id: string) => answered(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }));
export const listImportRows = (id: string, query: QueryOf<'/api/v1/imports/{id}/rows'>) =>
  answered(api.GET('/api/v1/imports/{id}/rows', { params: { path: { id }, query } }));
export const applyImport = (id: string) =>
  answered(api.POST('/api/v1/imports/{id}/apply', { params: { path: { id } } }));
export const importTemplate = (kind: ImportKind) =>
  fileOf(api.GET('/api/v1/imports/template.xlsx', { params: { query: { kind } }, parseAs: 'blob' }));
export const importReport = (id: string) =>
  fileOf(api.GET('/api/v1/imports/{id}/report.xlsx', { params: { path: { id } }, parseAs: 'blob' }));
