import type { ReportPhrases } from './phrases.zh';

export const reportPhrases: ReportPhrases = {
  period: { weekly: 'Week {n} of {year} ({from} to {to})', monthly: '{year}-{n} ({from} to {to})' },
  percent: '{name} (%)',
  hours: '{name} (hours)',
  itself: '{name} itself',
  comparedIn: '{title} ({time})',
  fromTo: '{from} to {to}',
  days: '{n} days',
  more: '{n} more in the full report.',
  madeAt: 'Made at {time}',
};
