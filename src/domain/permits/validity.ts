import { HOUR, shanghaiDate, type Instant } from '../../kernel/time';
import { shownTime } from '../../kernel/shown-time';
import type { PermitRules } from './permit-rules';

export interface PlannedTime {
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
}

export interface TimeFault {
  readonly field: 'plannedStart' | 'plannedEnd';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * What is wrong with a planned time: reversed, past, longer than its regime and level allow (rules
 * `permit.longest-hours`, `permit.same-day`). A start some minutes ago is accepted, for people type slowly.
 */
export const timeFaults = (time: PlannedTime, rules: PermitRules, at: Instant): TimeFault[] =>
  time.plannedEnd <= time.plannedStart
    ? [{ field: 'plannedEnd', code: 'permit.times-reversed' }]
    : [...pastFaults(time, rules, at), ...lengthFaults(time, rules)];

function pastFaults(
  { plannedStart, plannedEnd }: PlannedTime,
  { startToleranceMs }: PermitRules,
  at: Instant,
): TimeFault[] {
  if (plannedEnd <= at) return [{ field: 'plannedEnd', code: 'permit.end-past' }];
  if (plannedStart >= at - startToleranceMs) return [];
  return [{ field: 'plannedStart', code: 'permit.start-past', params: { earliest: shownTime(at - startToleranceMs) } }];
}

/** At a level; asked again when the level was raised. */
export function lengthFaults({ plannedStart, plannedEnd }: PlannedTime, rules: PermitRules): TimeFault[] {
  const hours = rules.longestMs / HOUR;
  return [
    ...(plannedEnd - plannedStart > rules.longestMs
      ? [{ field: 'plannedEnd', code: 'permit.too-long', params: { hours } } as const]
      : []),
    // the midnight that ends a day still belongs to that day's work
    ...(rules.sameDay && shanghaiDate(plannedStart) !== shanghaiDate(plannedEnd - 1)
      ? [{ field: 'plannedEnd', code: 'permit.not-same-day' } as const]
      : []),
  ];
}
