/** Run at every start, in the transaction of all reference data (`platform/database/seed.ts`). */
export { loadRegions as seed } from './load-regions';
