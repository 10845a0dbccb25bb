import { useI18n } from 'vue-i18n';
import { useVocabulary } from '@/ui/use-vocabulary';

interface Narrowed {
  readonly regime: string | null;
  readonly level: string | null;
  readonly regionCode: string | null;
}

/** For whom a version of a rule speaks. */
export function useNarrowing() {
  const { t } = useI18n();
  const { levelName } = useVocabulary();
  const forWhom = ({ regime, level, regionCode }: Narrowed): string => {
    const parts = [
      ...(regime ? [t(`regime.${regime}`)] : []),
      ...(level ? [levelName(regime ?? '', level)] : []),
      ...(regionCode ? [t('rules.inRegion', { code: regionCode })] : []),
    ];
    return parts.length > 0 ? parts.join(' · ') : t('rules.forAll');
  };
  return { forWhom };
}
