import { DAY, type Instant } from '../../../kernel/time';

/** Rule `supervision.arc-hours-fell`: the last `days` against the `beforeDays` before them. */
export interface FallenRule {
  readonly days: number;
  readonly beforeDays: number;
  readonly percent: number;
  readonly leastHours: number;
}

export interface ArcHours {
  readonly recent: number;
  readonly before: number;
}

/** Whether arc time per day is below `percent` of the time before. Machines with little arc time before do not count. */
export const arcHoursFell = (
  { recent, before }: ArcHours,
  { days, beforeDays, percent, leastHours }: FallenRule,
): boolean => before >= leastHours && (recent / days) * 100 < (before / beforeDays) * percent;

export const fallenSince = ({ days, beforeDays }: FallenRule, at: Instant): { recent: Instant; before: Instant } => ({
  recent: at - days * DAY,
  before: at - (days + beforeDays) * DAY,
});
