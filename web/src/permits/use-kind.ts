import { useI18n } from 'vue-i18n';

/** Which kind of permit, and how strict; a small job has one level only. */
export function useKind() {
  const { t, te } = useI18n();
  const levelWords = (level: string): string => (te(`level.${level}`) ? t(`level.${level}`) : level);
  const kindWords = (regime: string, level: string, levelName?: string): string => {
    const name = t(`permits.regimeShort.${regime}`);
    return regime === 'small' ? name : `${name} · ${levelName ?? levelWords(level)}`;
  };
  return { kindWords, levelWords };
}
