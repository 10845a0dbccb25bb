import type { RewardState } from '../tips/reward';
import { TIP_OUTCOMES, type TipOutcome } from '../tips/tip-kinds';
import { DAY, type Instant } from '../../kernel/time';

export const INTERNAL_REPORT_STATES = ['open', 'answered'] as const;
export type InternalReportState = (typeof INTERNAL_REPORT_STATES)[number];
export const REPORT_OUTCOMES = TIP_OUTCOMES;
export type ReportOutcome = TipOutcome;

export const INTERNAL_REPORT_COMMANDS = ['answer', 'propose', 'approve', 'refuse', 'receive'] as const;
export type InternalReportCommand = (typeof INTERNAL_REPORT_COMMANDS)[number];

export interface ReportSnapshot {
  readonly state: InternalReportState;
  readonly outcome: ReportOutcome | null;
  readonly reward: { readonly state: RewardState; readonly proposedBy: string } | null;
  readonly byReporter: boolean;
  /** The caller answers for the enterprise, or leads it. */
  readonly answers: boolean;
  readonly leads: boolean;
  readonly userId: string;
}

/**
 * Whoever reported judges nothing of it and rewards nothing. What was true may be rewarded: one proposes, another
 * decides, the reporter says that it came.
 */
export function openReportCommands(report: ReportSnapshot): InternalReportCommand[] {
  const { state, outcome, reward, byReporter, answers, leads, userId } = report;
  if (byReporter) return reward?.state === 'approved' ? ['receive'] : [];
  const found: InternalReportCommand[] = [];
  if (answers && state === 'open') found.push('answer');
  if (answers && state === 'answered' && outcome !== 'not' && (reward === null || reward.state === 'refused'))
    found.push('propose');
  if (leads && reward?.state === 'proposed' && reward.proposedBy !== userId) found.push('approve', 'refuse');
  return found;
}

export const answerDueAt = (reportedAt: Instant, days: number): Instant => reportedAt + days * DAY;
