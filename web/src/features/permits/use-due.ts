import { useI18n } from 'vue-i18n';
import type { Tone } from '@/ui/tone';
import { useTimes } from '@/ui/use-times';

interface Due {
  readonly state: string;
  readonly due: { readonly kind: string; readonly at: string } | null;
}
const SOON_MS = 30 * 60_000;

/** A permit's countdown in words, with how urgent it is. */
export function useDue() {
  const { t } = useI18n();
  const { duration, dateTime } = useTimes();
  const dueWords = ({ due }: Due, now: number): string => {
    if (!due) return '';
    const left = Date.parse(due.at) - now;
    const name = `permits.due.${due.kind}`;
    if (left <= 0) return t(`${name}.over`, { d: duration(-left), time: dateTime(due.at) });
    return t(`${name}.left`, { d: duration(left), time: dateTime(due.at) });
  };
  const dueTone = ({ due, state }: Due, now: number): Tone => {
    if (!due) return 'grey';
    const left = Date.parse(due.at) - now;
    // The end of a watch is what everybody waits for; all other ends are a worry.
    if (due.kind === 'watch-end') return left > 0 ? 'amber' : 'green';
    if (left <= 0) return state === 'draft' ? 'grey' : 'red';
    return left <= SOON_MS ? 'amber' : 'grey';
  };
  return { dueWords, dueTone };
}
