import { useI18n } from 'vue-i18n';
import { FINDING_WORDS } from '@domain/authorization/words';
import { currentLanguage } from '@/i18n/i18n';
import { isMean, isShare, type Shown } from '@domain/reports/figures';

const NONE = '—';

/** How figures of a report are written: counts as they are, shares in percent, changes with their sign. */
export function useFigures() {
  const { locale, t } = useI18n();
  const digits = (figure: Shown): number => (isShare(figure) || isMean(figure) ? 1 : 0);
  const scaled = (figure: Shown, value: number): number => (isShare(figure) ? value * 100 : value);
  function written(figure: Shown, value: number | null): string {
    if (value === null) return NONE;
    const number = scaled(figure, value).toLocaleString(locale.value, { maximumFractionDigits: digits(figure) });
    if (isMean(figure)) return t('reports.inHours', { n: number });
    return isShare(figure) ? `${number}%` : number;
  }
  function change(figure: Shown, now: number | null, before: number | null): string {
    if (now === null || before === null) return NONE;
    return (scaled(figure, now) - scaled(figure, before)).toLocaleString(locale.value, {
      maximumFractionDigits: digits(figure),
      signDisplay: 'exceptZero',
    });
  }
  function reasonOf(code: string): string {
    const names: Readonly<Record<string, string>> = FINDING_WORDS[currentLanguage()].finding;
    return names[code] ?? t('reports.otherReason');
  }
  return { reasonOf, written, change, nameOf: (figure: Shown) => t(`reports.figure.${figure}`) };
}
