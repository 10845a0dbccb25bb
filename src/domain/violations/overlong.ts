import type { Instant } from '../../kernel/time';

/**
 * 超长时间作业: when a stretch of work grew longer than the limit (rule `supervision.overlong-hours`), or null. The limit
 * itself is still allowed.
 */
export const overlongSince = (from: Instant, to: Instant, limitMs: number): Instant | null =>
  to - from > limitMs ? from + limitMs : null;
