import { platformNow } from '@/api/platform-clock';

const DAY_MS = 86_400_000;
const pad = (n: number): string => String(n).padStart(2, '0');

/** Calendar dates are counted in UTC here, so that no time zone shifts them. */
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Today in China, whatever the clock of this device says about zones. */
export const todayInChina = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(platformNow());

export function monthsAway(month: string, steps: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + steps;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** The weeks that a month (`YYYY-MM`) touches, Monday first, as dates. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks: string[][] = [];
  for (let week = start; week < Date.UTC(year, number, 1); week += 7 * DAY_MS) {
    weeks.push(Array.from({ length: 7 }, (_, day) => dateOf(week + day * DAY_MS)));
  }
  return weeks;
}
