import { answered, api, fileOf, type Schemas } from './client';

export type LedgerSummary = Schemas['LedgerSummary'];
export type LedgerFormat = 'pdf' | 'zip';

export const readSummary = (id: string) =>
  answered(api.GET('/api/v1/enterprises/{id}/summary', { params: { path: { id } } }));
export const ledgerFile = (id: string, format: LedgerFormat, period: { from?: string; to?: string }) =>
  fileOf(
    api.GET(`/api/v1/enterprises/{id}/ledger.${format}`, { params: { path: { id }, query: period }, parseAs: 'blob' }),
  );
