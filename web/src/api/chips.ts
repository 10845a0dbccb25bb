import { get, postCsv } from './http';
import type { Page, PageQuery } from './page';

export interface Chip {
  chipNo: string;
  model: string;
  batch: string;
  blocked: boolean;
  machineId: string | null;
  importedAt: string;
}
export const listChips = (query: PageQuery): Promise<Page<Chip>> => get('/chips', { ...query });
export const importChips = (csv: string): Promise<{ accepted: number; rejected: { line: number; code: string }[] }> =>
  postCsv('/chips/import', csv);
