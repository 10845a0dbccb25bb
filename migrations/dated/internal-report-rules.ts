import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const validFrom = '2000-01-01T00:00:00+08:00';

/** 内部报告: how long an enterprise has to answer its own people, and the most it records as a reward. */
export const internalReportRules: readonly DatedRule[] = [
  { ...byPlatform('internal-report.answer-days', 5), id: 'dated-internal-report-answer', validFrom },
  { ...byPlatform('internal-report.reward-most-yuan', 5000), id: 'dated-internal-report-reward', validFrom },
];
