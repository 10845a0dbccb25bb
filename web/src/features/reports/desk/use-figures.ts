import { useI18n } from 'vue-i18n';
import { isShare, type Figure } from '@domain/reports/figures';

const NONE = '—';

/** How figures of a report are written: counts as they are, shares in percent, changes with their sign. */
export function useFigures() {
  const { locale, t } = useI18n();
  const digits = (figure: Figure): number => (isShare(figure) ? 1 : 0);
  const scaled = (figure: Figure, value: number): number => (isShare(figure) ? value * 100 : value);
  function written(figure: Figure, value: number | null): string {
    if (value === null) return NONE;
    const number = scaled(figure, value).toLocaleString(locale.value, { maximumFractionDigits: digits(figure) });
    return isShare(figure) ? `${number}%` : number;
  }
  function change(figure: Figure, now: number | null, before: number | null): string {
    if (now === null || before === null) return NONE;
    return (scaled(figure, now) - scaled(figure, before)).toLocaleString(locale.value, {
      maximumFractionDigits: digits(figure),
      signDisplay: 'exceptZero',
    });
  }
  return { written, change, nameOf: (figure: Figure) => t(`reports.figure.${figure}`) };
}
