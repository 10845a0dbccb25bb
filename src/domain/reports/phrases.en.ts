import type { ReportPhrases } from './phrases.zh';

export const reportPhrases: ReportPhrases = {
  percent: '{name} (%)',
  itself: '{name} itself',
  days: '{n} days',
  madeAt: 'Made at {time}',
};
