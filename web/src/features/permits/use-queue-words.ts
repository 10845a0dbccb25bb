import { useI18n } from 'vue-i18n';
import type { Permit } from '@/api/permits';
import { useTimes } from '@/ui/use-times';
import { useOwedSignatures } from './use-owed-signatures';

/** How long a permit can wait for a hand: until work begins, or until an urgent one has to be countersigned. */
export function useQueueWords() {
  const { t } = useI18n();
  const { duration, dateTime } = useTimes();
  const { owed } = useOwedSignatures();
  const startWords = (iso: string, now: number): string => {
    const left = Date.parse(iso) - now;
    return left > 0
      ? t('permits.status.starts', { d: duration(left) })
      : t('permits.queue.shouldHaveStarted', { time: dateTime(iso) });
  };
  return {
    waitWords: (permit: Permit, now: number): string =>
      owed(permit, now)?.short ?? startWords(permit.plannedStart, now),
  };
}
