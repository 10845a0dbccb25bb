import { DAY, type Instant } from '../../kernel/time';

/** The levels that are told, one after the other, that a case is overdue: 网格 → 乡镇（街道）→ 区县 → 市. */
export const ESCALATION_LEVELS = ['grid', 'town', 'county', 'city'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** Rule `supervision.escalation-days`: how many days after the due date each level is told. Versions from before the city was told end with the county. */
export type EscalationDays = Readonly<Record<Exclude<EscalationLevel, 'city'>, number>> & { readonly city?: number };

/** The next level to be told, or null if it is not time yet or all have been. Levels are never skipped. */
export function nextLevel(
  dueAt: Instant,
  told: EscalationLevel | null,
  days: EscalationDays,
  at: Instant,
): EscalationLevel | null {
  const next = ESCALATION_LEVELS[told === null ? 0 : ESCALATION_LEVELS.indexOf(told) + 1];
  const after = next === undefined ? undefined : days[next];
  return next !== undefined && after !== undefined && at > dueAt + after * DAY ? next : null;
}

/**
 * Rule `supervision.reminder-days`: so many days before its end whoever has the case is reminded. The moment of the
 * reminder that is due, or null. A later due date brings its own moments, so nothing has to be forgotten.
 */
export function reminderDue(
  dueAt: Instant,
  remindedAt: Instant | null,
  daysAhead: readonly number[],
  at: Instant,
): Instant | null {
  if (at >= dueAt) return null;
  const begun = daysAhead.map((days) => dueAt - days * DAY).filter((moment) => moment <= at);
  const latest = begun.length === 0 ? null : Math.max(...begun);
  return latest !== null && (remindedAt === null || remindedAt < latest) ? latest : null;
}
