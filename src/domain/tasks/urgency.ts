import { DAY, type Instant } from '../../kernel/time';

/** How soon something has to be done, the most urgent first. Without a date somebody is waiting: that comes before next week. */
export const URGENCIES = ['overdue', 'today', 'waiting', 'week', 'month', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Holders of certificates and machines are told 90, 30 and 7 days before the end. */
export const LOOK_AHEAD_DAYS = 90;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;

export function urgencyOf(dueAt: Instant | null, at: Instant): Urgency {
  if (dueAt === null) return 'waiting';
  if (dueAt <= at) return 'overdue';
  const left = dueAt - at;
  if (left <= DAY) return 'today';
  if (left <= WEEK) return 'week';
  return left <= MONTH ? 'month' : 'later';
}
