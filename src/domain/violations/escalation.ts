import { DAY, type Instant } from '../../kernel/time';

/** The levels that are told, one after the other, that a case is overdue: 网格 → 乡镇（街道）→ 区县. */
export const ESCALATION_LEVELS = ['grid', 'town', 'county'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** Rule `supervision.escalation-days`: how many days after the due date each level is told. */
export type EscalationDays = Readonly<Record<EscalationLevel, number>>;

/** The next level to be told, or null if it is not time yet or all have been. Levels are never skipped. */
export function nextLevel(
  dueAt: Instant,
  told: EscalationLevel | null,
  days: EscalationDays,
  at: Instant,
): EscalationLevel | null {
  const next = ESCALATION_LEVELS[told === null ? 0 : ESCALATION_LEVELS.indexOf(told) + 1];
  return next !== undefined && at > dueAt + days[next] * DAY ? next : null;
}
