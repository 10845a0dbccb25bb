import {
  DAY,
  HOUR,
  MINUTE,
  overlaps,
  shanghaiDate,
  shanghaiDays,
  shanghaiMidnight,
  shanghaiTimeOfDay,
  type Instant,
  type Period,
} from './time';

/** Hours of each day in Asia/Shanghai, `HH:mm`, as rules write them; `to` before `from` crosses midnight, `00:00` to `24:00` is the whole day. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** Half open: `from` belongs to it, `to` does not. */
export function withinHours({ from, to }: DayHours, at: Instant): boolean {
  const [start, end, now] = [clockTime(from), clockTime(to), shanghaiTimeOfDay(at)];
  return start <= end ? start <= now && now < end : now >= start || now < end;
}

/** The next moment at which the hours begin; `at` itself where they begin then. */
export function nextBegin({ from }: DayHours, at: Instant): Instant {
  const wait = clockTime(from) - shanghaiTimeOfDay(at);
  return at + (wait < 0 ? wait + DAY : wait);
}

/** Whether a period touches the hours of any day. Hours of no length are touched by a period that they lie inside. */
export const touchesHours = (period: Period, hours: DayHours): boolean =>
  hoursAround(period, hours).some((one) => overlaps(one, period));

/** The first part of a period that lies in the hours of a day; null if no part does. */
export function firstWithin(period: Period, hours: DayHours): Period | null {
  const parts = hoursAround(period, hours).map(({ from, to }) => ({
    from: Math.max(period.from, from),
    to: Math.min(period.to, to),
  }));
  return parts.find(({ from, to }) => from < to) ?? null;
}

/** The hours of each day that a period touches, and of the day before: those may reach over midnight. */
function hoursAround(period: Period, { from, to }: DayHours): Period[] {
  const [begin, end] = [clockTime(from), clockTime(to)];
  const length = end - begin + (end < begin ? DAY : 0);
  const dayBefore = shanghaiMidnight(shanghaiDate(period.from)) - DAY;
  return [dayBefore, ...shanghaiDays(period)].map((day) => ({ from: day + begin, to: day + begin + length }));
}

/** Minutes since midnight at which the hours begin, and how many they last. */
export function minutesOf({ from, to }: DayHours): { readonly from: number; readonly length: number } {
  const [begin, end] = [clockTime(from) / MINUTE, clockTime(to) / MINUTE];
  return { from: begin, length: end - begin + (end < begin ? DAY / MINUTE : 0) };
}

export const isWholeDay = (hours: DayHours): boolean => minutesOf(hours).length >= DAY / MINUTE;

/** `HH:mm` as milliseconds since midnight. */
const clockTime = (text: string): number => Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;
