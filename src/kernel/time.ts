/** Milliseconds since 1970-01-01T00:00:00Z. Every instant inside the platform is one of these; ISO strings live at the edge. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Half open: `from` belongs to it, `to` does not; `null` has no end. */
export interface TimeWindow {
  readonly from: Instant;
  readonly to: Instant | null;
}

export const covers = (window: TimeWindow, at: Instant): boolean =>
  window.from <= at && (window.to === null || at < window.to);

/** A stretch of time with both ends; half open. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** A moment as a period: the millisecond that begins with it. */
export const momentOf = (at: Instant): Period => ({ from: at, to: at + 1 });

/** Two periods that only touch do not overlap. */
export const overlaps = (one: Period, other: Period): boolean => one.from < other.to && other.from < one.to;

/** China has kept one zone without summer time since 1991, so a fixed offset is exact for every date the platform handles. */
const SHANGHAI_OFFSET = 8 * HOUR;

/** A date as written in China, `YYYY-MM-DD`, of an instant. */
export const shanghaiDate = (at: Instant): string => new Date(at + SHANGHAI_OFFSET).toISOString().slice(0, 10);

/** Milliseconds since midnight in Asia/Shanghai. */
export const shanghaiTimeOfDay = (at: Instant): number => (((at + SHANGHAI_OFFSET) % DAY) + DAY) % DAY;

/** Midnight in Asia/Shanghai at which a `YYYY-MM-DD` begins. */
export const shanghaiMidnight = (date: string): Instant => Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET;

/** Day of week in Asia/Shanghai, 0 = Sunday. */
export const shanghaiWeekday = (at: Instant): number => new Date(at + SHANGHAI_OFFSET).getUTCDay();

/** Midnights in Asia/Shanghai of all days that a period touches; its end does not belong to it. */
export function shanghaiDays({ from, to }: Period): Instant[] {
  const days: Instant[] = [];
  for (let day = shanghaiMidnight(shanghaiDate(from)); day < to; day += DAY) days.push(day);
  return days;
}

/** An instant as it leaves the platform: ISO 8601 in UTC, to the millisecond. */
export const isoTime = (at: Instant): string => new Date(at).toISOString();

export const isoTimeOrNull = (at: Instant | null): string | null => (at === null ? null : isoTime(at));
