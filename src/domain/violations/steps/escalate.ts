import type { Instant } from '../../../kernel/time';
import { nextLevel, reminderDue, type EscalationDays, type EscalationLevel } from '../escalation';
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

/** A case that has an assignee and a date that comes. */
export interface DatedViolation extends ViolationCase {
  readonly dueAt: Instant;
  readonly remindedAt: Instant | null;
}

/** Whoever has to put it right is told that the date comes; null where it is not time yet, or they were told. */
export function remind(violation: DatedViolation, daysAhead: readonly number[], at: Instant): ViolationStep | null {
  const { state, dueAt, remindedAt } = violation;
  if (reminderDue(dueAt, remindedAt, daysAhead, at) === null) return null;
  return stepOf(violation, {
    command: 'remind',
    from: state,
    to: state,
    set: { remindedAt: at },
    detail: { reason: 'due-soon' },
    news: 'violation.due-soon',
    told: { dueAt: new Date(dueAt).toISOString() },
  });
}
