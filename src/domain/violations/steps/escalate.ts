import type { Instant } from '../../../kernel/time';
import { nextLevel, type EscalationDays, type EscalationLevel } from '../escalation';
import { stepOf, type ViolationCase, type ViolationStep } from './violation-step';

/** A violation that was not put right in time. */
export interface OverdueViolation extends ViolationCase {
  readonly dueAt: Instant;
  /** The last level that was told. */
  readonly escalatedTo: EscalationLevel | null;
}

/** Grid, town and county are told one after the other, each once; null if nobody is to be told now. How grave it is does not change by that. */
export function escalate(violation: OverdueViolation, days: EscalationDays, at: Instant): ViolationStep | null {
  const { state, dueAt, escalatedTo } = violation;
  const level = nextLevel(dueAt, escalatedTo, days, at);
  if (level === null) return null;
  return stepOf(violation, {
    command: 'escalate',
    from: state,
    to: state,
    set: { escalatedTo: level },
    detail: { level },
    news: 'violation.overdue',
    told: { level, dueAt: new Date(dueAt).toISOString() },
  });
}
