import { DAY, HOUR, MINUTE, shanghaiTimeOfDay, type Instant } from '../../kernel/time';

/** Hours of each day in Asia/Shanghai, `HH:mm`, as rules write them; `to` before `from` crosses midnight. */
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

const clockTime = (text: string): number => Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;
