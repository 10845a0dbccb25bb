import { get } from './http';

export interface SearchHit {
  kind: 'machine' | 'welder' | 'permit';
  id: string;
  code: string;
  title: string;
  subtitle: string;
}
/** Machines, welders and permits by code, name, number or certificate; for officials. */
export const search = (q: string): Promise<{ items: SearchHit[] }> => get('/search', { q });
