import { get } from './http';

export interface Region {
  code: string;
  name: string;
}
export const childRegions = (parent: string): Promise<{ items: Region[] }> => get('/regions', { parent });
