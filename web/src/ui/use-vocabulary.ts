import { useI18n } from 'vue-i18n';

/** Words of codes that may be unknown: an administrator makes levels of their own, and old records keep old codes. */
export function useVocabulary() {
  const { t, te } = useI18n();
  const wordOf = (vocabulary: string, code: string): string => {
    const key = `${vocabulary}.${code}`;
    return te(key) ? t(key) : code;
  };
  /** A verdict that makes a case is called as its case is. */
  const verdictName = (verdict: string): string =>
    te(`violation.kind.${verdict}`) ? t(`violation.kind.${verdict}`) : wordOf('arc.verdict', verdict);
  const listed = (words: readonly string[]): string => words.join(t('state.separator'));
  return {
    wordOf,
    listed,
    verdictName,
    levelName: (regime: string, level: string): string => wordOf(`level.${regime}`, level),
    /** What raises a level, or ends the time in which a permit may be used. */
    circumstances: (codes: readonly string[]): string => listed(codes.map((code) => wordOf('circumstance', code))),
    roleNames: (roles: readonly string[]): string => listed(roles.map((role) => wordOf('role', role))),
  };
}
