import { useI18n } from 'vue-i18n';
import { useVocabulary } from '@/ui/use-vocabulary';

/** Which kind of permit, and how strict; of a small job only what is stricter than usual is said. */
export function useKind() {
  const { t } = useI18n();
  const { levelName } = useVocabulary();
  const kindWords = (regime: string, level: string, nameOfLevel?: string): string => {
    const name = t(`regimeShort.${regime}`);
    return level === 'one' ? name : `${name} · ${nameOfLevel ?? levelName(regime, level)}`;
  };
  return { kindWords };
}
