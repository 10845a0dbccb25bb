import { useI18n } from 'vue-i18n';

/** Which kind of permit, and how strict; of a small job only what is stricter than usual is said. */
export function useKind() {
  const { t, te } = useI18n();
  const levelWords = (level: string): string => (te(`level.${level}`) ? t(`level.${level}`) : level);
  const kindWords = (regime: string, level: string, levelName?: string): string => {
    const name = t(`permits.regimeShort.${regime}`);
    return level === 'one' ? name : `${name} · ${levelName ?? levelWords(level)}`;
  };
  return { kindWords, levelWords };
}
