import { isWorkday } from 'chinese-days';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The next working day at ten o'clock in China: no night, no rest day, no holiday. */
export function nextWorkday(now: number): number {
  let day = Math.floor(now / DAY) * DAY + 26 * HOUR;
  while (!isWorkday(new Date(day).toISOString().slice(0, 10))) day += DAY;
  return day;
}
