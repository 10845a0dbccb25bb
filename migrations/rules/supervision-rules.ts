import { byPlatform, type SeedRule } from './seed-rule';

/** What happens after something was found, and how long things are kept. */
export const supervisionRules: readonly SeedRule[] = [
  byPlatform('supervision.watch-patience-minutes', 30),
  byPlatform('supervision.due-days', { alert: 3, hazard: 7, offence: 15 }),
  // days after the due date at which grid, town and county are told that something is overdue
  byPlatform('supervision.escalation-days', { grid: 0, town: 1, county: 3 }),
  byPlatform('supervision.remote-scan-m', 500),
  byPlatform('supervision.overlong-hours', 24),
  byPlatform('retention.samples-days', 90),
  byPlatform('retention.quarantine-days', 30),
  byPlatform('retention.outbox-days', 7),
];
