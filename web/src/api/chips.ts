import { answered, api, type QueryOf } from './client';

export const listChips = (query: QueryOf<'/api/v1/chips'>) => answered(api.GET('/api/v1/chips', { params: { query } }));
/** The bytes as they are: the server finds out how the text is encoded. */
export const importChips = (file: Blob) =>
  answered(
    api.POST('/api/v1/chips/import', {
      body: '',
      bodySerializer: () => file,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );
export const chipState = (chipNo: string) =>
  answered(api.GET('/api/v1/chips/{chipNo}/state', { params: { path: { chipNo } } }));
export const resetBoot = (chipNo: string, reason: string) =>
  answered(api.POST('/api/v1/chips/{chipNo}/reset-boot', { params: { path: { chipNo } }, body: { reason } }));
