import type { Regime } from './permit';

/** The names that people read for the regimes. */
export const REGIME_WORDS: Readonly<Record<Regime, { readonly zh: string; readonly en: string }>> = {
  small: { zh: '小型动火作业申报', en: 'Small job' },
  general: { zh: '一般动火作业', en: 'General' },
  construction: { zh: '建设工程动火作业', en: 'Construction site' },
  chemical: { zh: '危险化学品企业动火作业', en: 'Chemical plant' },
};
