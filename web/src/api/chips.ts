import { answered, api, type QueryOf, type Schemas } from './client';

export type Chip = Schemas['ChipView'];

export const listChips = (query: QueryOf<'/api/v1/chips'>) => answered(api.GET('/api/v1/chips', { params: { query } }));
export const importChips = (csv: string) =>
  answered(
    api.POST('/api/v1/chips/import', {
      body: csv,
      bodySerializer: (text: string) => text,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );
