import { MINUTE, type Instant } from '../../kernel/time';
import type { PlannedTime } from './validity';

/** Without a planned start the work begins at once: the platform's clock sets the start at submission. */
export interface BeginsAtSubmission {
  readonly startsNow: boolean;
  /** How long such work is to last; null: until its planned end. */
  readonly lastsMinutes: number | null;
}

/** The planned time, were the permit submitted at this moment. */
export function timeIfSubmitted(
  { plannedStart, plannedEnd, startsNow, lastsMinutes }: PlannedTime & BeginsAtSubmission,
  at: Instant,
): PlannedTime {
  if (!startsNow) return { plannedStart, plannedEnd };
  return { plannedStart: at, plannedEnd: lastsMinutes === null ? plannedEnd : at + lastsMinutes * MINUTE };
}
