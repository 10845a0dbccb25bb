import { DAY, MINUTE, type Instant } from '../../kernel/time';
import type { Grade } from './violation-kinds';

/** Rule `supervision.due-days`: within how many days a finding of each grade has to be put right. */
export type DueDays = Readonly<Record<Grade, number>>;

export const dueAfter = (grade: Grade, days: DueDays, at: Instant): Instant => at + days[grade] * DAY;

/** A phone's clock may be a little fast; more than this is a mistake. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE;

/** When something was found, as a phone says that may have been offline since: any past moment, never a later one. Null: it lies in the future. */
export function foundWhen(told: Instant | null, at: Instant): Instant | null {
  if (told === null) return at;
  return told > at + CLOCK_TOLERANCE_MS ? null : Math.min(told, at);
}
