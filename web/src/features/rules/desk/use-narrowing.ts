import { useI18n } from 'vue-i18n';

interface Narrowed {
  readonly regime: string | null;
  readonly level: string | null;
  readonly regionCode: string | null;
}

/** For whom a version of a rule speaks. */
export function useNarrowing() {
  const { t, te } = useI18n();
  const levelName = (level: string): string => (te(`level.${level}`) ? t(`level.${level}`) : level);
  const forWhom = ({ regime, level, regionCode }: Narrowed): string => {
    const parts = [
      ...(regime ? [t(`regime.${regime}`)] : []),
      ...(level ? [levelName(level)] : []),
      ...(regionCode ? [t('rules.inRegion', { code: regionCode })] : []),
    ];
    return parts.length > 0 ? parts.join(' · ') : t('rules.forAll');
  };
  return { forWhom, levelName };
}
