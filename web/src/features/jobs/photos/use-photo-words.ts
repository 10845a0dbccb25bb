import { useI18n } from 'vue-i18n';
import type { PhotoCheck } from '@/api/photo-checks';
import type { Tone } from '@/ui/tone';

const TONES = { accepted: 'green', doubted: 'red', unclear: 'grey' } as const satisfies Record<string, Tone>;

/** How a photo stands in a list: decided, passed on, late, or waiting. */
export function usePhotoWords() {
  const { t } = useI18n();
  return {
    standing(check: PhotoCheck, now: number): { tone: Tone; word: string } {
      if (check.verdict) return { tone: TONES[check.verdict], word: t(`photos.verdict.${check.verdict}`) };
      if (check.passedOnAt) return { tone: 'amber', word: t('photos.state.passedOn') };
      const late = Date.parse(check.dueAt) <= now;
      return { tone: late ? 'red' : 'amber', word: t(late ? 'photos.state.late' : 'photos.state.waits') };
    },
  };
}
