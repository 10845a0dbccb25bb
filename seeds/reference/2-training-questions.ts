/** Run at every start, in the transaction of all reference data (`platform/database/seed.ts`). */
export { loadQuestions as seed } from './training/load-questions';
