import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Regime } from '@/api/permit-lists';
import { listSpecialPeriods, readCalendarYear, type CalendarYear } from '@/api/rule-tables';
import { listRules } from '@/api/rules';
import { may } from '@/api/session';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHINA = 8 * HOUR;

interface Asked {
  readonly regime: Regime | '';
  readonly start: string;
  readonly end: string;
}
const dateAt = (ms: number): string => new Date(ms + CHINA).toISOString().slice(0, 10);
const midnight = (ms: number): number => Math.floor((ms + CHINA) / DAY) * DAY - CHINA;

/**
 * What would raise the level of work at that time, told while the form is being filled. The platform decides at submission by
 * the rules of the place; this asks the same tables and is only a forecast.
 */
export function useRaisedLevel(asked: Ref<Asked>) {
  const allowed = computed(() => may('rule.read') && asked.value.regime !== '');
  const year = computed(() => Number(dateAt(Date.parse(asked.value.start)).slice(0, 4)));
  const rules = useQuery({
    queryKey: computed(() => ['rules', 'raise', asked.value.regime]),
    queryFn: async () => {
      const { regime } = asked.value;
      const [raise, night] = await Promise.all(
        ['permit.raise-on', 'permit.night'].map((key) => listRules({ key, ...(regime && { regime }) })),
      );
      // The narrowest comes last: all regimes, then this one.
      const raiseOn = raise?.items.at(-1)?.value;
      const hours = night?.items.at(-1)?.value as { from: string; to: string } | undefined;
      return { raiseOn: Array.isArray(raiseOn) ? (raiseOn as string[]) : [], hours: hours ?? null };
    },
    enabled: allowed,
    staleTime: Infinity,
  });
  const calendar = useQuery({
    queryKey: computed(() => ['calendar', year.value]),
    queryFn: () => readCalendarYear(year.value),
    enabled: allowed,
    staleTime: Infinity,
  });
  const periods = useQuery({
    queryKey: ['special-periods', 'to-come'],
    queryFn: async () => {
      const pages = await Promise.all((['running', 'planned'] as const).map((stage) => listSpecialPeriods({ stage })));
      return pages.flatMap(({ items }) => items);
    },
    enabled: allowed,
  });

  return computed<string[]>(() => {
    const found = rules.data.value;
    if (!found) return [];
    const [from, to] = [Date.parse(asked.value.start), Date.parse(asked.value.end)];
    const because = [
      ...daysBetween(from, to).flatMap((day) => standing(day, calendar.data.value)),
      ...(found.hours && touches(from, to, found.hours) ? ['night'] : []),
      ...(periods.data.value?.some((one) => Date.parse(one.from) < to && from < Date.parse(one.to))
        ? ['special-period']
        : []),
    ];
    const raising = (one: string): boolean =>
      one === 'calendar-unknown'
        ? found.raiseOn.includes('legal-holiday') || found.raiseOn.includes('rest-day')
        : found.raiseOn.includes(one);
    return [...new Set(because)].filter(raising);
  });
}

function daysBetween(from: number, to: number): number[] {
  const days: number[] = [];
  for (let day = midnight(from); day < to; day += DAY) days.push(day);
  return days;
}

function standing(day: number, calendar: CalendarYear | undefined): string[] {
  if (!calendar) return [];
  const date = dateAt(day);
  if (!calendar.known || calendar.year !== Number(date.slice(0, 4))) return ['calendar-unknown'];
  const row = calendar.days.find((one) => one.day === date);
  if (row) return row.kind === 'adjusted-workday' ? [] : [row.kind];
  return [0, 6].includes(new Date(day + CHINA).getUTCDay()) ? ['rest-day'] : [];
}

/** Hours of the night may reach over midnight. */
function touches(from: number, to: number, hours: { from: string; to: string }): boolean {
  const clock = (text: string): number => Number(text.slice(0, 2)) * HOUR + (Number(text.slice(3)) * HOUR) / 60;
  const length = (clock(hours.to) - clock(hours.from) + DAY) % DAY;
  return [midnight(from) - DAY, ...daysBetween(from, to)].some((day) => {
    const begins = day + clock(hours.from);
    return begins < to && from < begins + length;
  });
}
