import type { PermitState, Regime } from '../../src/domain/permits/permit';
import {
  DAY,
  HOUR,
  MINUTE,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiTimeOfDay,
  type Instant,
} from '../../src/kernel/time';

/** How long works of a regime usually take: within what their rules allow. */
const HOURS: Readonly<Record<Regime, number>> = { small: 3, general: 7, construction: 8, chemical: 6 };

export interface PlannedTimes {
  readonly start: Instant;
  readonly end: Instant;
}

export interface PlannedWork {
  readonly state: PermitState;
  readonly regime: Regime;
  readonly serial: number;
  readonly startsNow: boolean;
}

const midnightBefore = (at: Instant): Instant => shanghaiMidnight(shanghaiDate(at));

/** Planned times that fit a permit's state, at the moment the county is made; the serial number spreads them. */
export function plannedTimes({ state, regime, serial: n, startsNow }: PlannedWork, now: Instant): PlannedTimes {
  const length = HOURS[regime] * HOUR;
  if (startsNow) return { start: now, end: now + length };
  switch (state) {
    case 'closed':
    case 'expired': {
      const start = midnightBefore(now) - (1 + (n % 6)) * DAY + (8 + (n % 5)) * HOUR;
      return { start, end: start + length };
    }
    case 'active':
    case 'suspended':
      return sameDay(now, now - (20 + (n % 4) * 10) * MINUTE, length);
    case 'fire_watch':
      return sameDay(now, now - 3 * HOUR, 4 * HOUR);
    default: {
      const start = workingHour(now + HOUR + (n % 3) * 30 * MINUTE);
      return { start, end: start + length };
    }
  }
}

/** Work that goes on now and does not cross a midnight: at building sites a permit holds for its day only. */
function sameDay(now: Instant, start: Instant, length: number): PlannedTimes {
  const midnight = midnightBefore(now);
  const from = Math.max(start, midnight);
  return { start: from, end: Math.max(Math.min(from + length, midnight + DAY), now + 5 * MINUTE) };
}

/** Nobody plans hot work for the evening: what would begin after three o'clock begins at eight the next morning. */
function workingHour(at: Instant): Instant {
  const time = shanghaiTimeOfDay(at);
  if (time < 7 * HOUR) return midnightBefore(at) + 8 * HOUR;
  return time > 15 * HOUR ? midnightBefore(at) + DAY + 8 * HOUR : at;
}
