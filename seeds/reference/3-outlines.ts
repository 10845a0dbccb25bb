/** Run at every start, in the transaction of all reference data (`platform/database/seed.ts`). */
export { loadOutlines as seed } from './load-outlines';
