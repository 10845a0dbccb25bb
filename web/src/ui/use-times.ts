import { useI18n } from 'vue-i18n';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;

/** Times as people here read them: Asia/Shanghai, relative where one thinks so. */
export function useTimes() {
  const { t, locale } = useI18n();
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (iso: string, name: string, options: Intl.DateTimeFormatOptions): string => {
    const key = `${locale.value} ${name}`;
    const known =
      formats.get(key) ?? new Intl.DateTimeFormat(locale.value, { timeZone: ZONE, hour12: false, ...options });
    formats.set(key, known);
    return known.format(new Date(iso));
  };
  const clock = (iso: string): string => format(iso, 'clock', { hour: '2-digit', minute: '2-digit' });
  const dateTime = (iso: string): string =>
    format(iso, 'dateTime', { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const date = (iso: string): string => format(iso, 'date', { year: 'numeric', month: '2-digit', day: '2-digit' });
  const fullTime = (iso: string): string =>
    format(iso, 'fullTime', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  const duration = (ms: number): string => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE));
    if (minutes < 1) return t('time.seconds', { n: Math.max(0, Math.floor(ms / 1000)) });
    if (minutes < 60) return t('time.minutes', { n: minutes });
    if (minutes < 48 * 60 && minutes % 60 === 0) return t('time.wholeHours', { h: minutes / 60 });
    if (minutes < 48 * 60) return t('time.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
    return t('time.days', { n: Math.floor(minutes / 1440) });
  };
  const ago = (iso: string, now: number): string => {
    const past = now - Date.parse(iso);
    return past < MINUTE ? t('time.justNow') : t('time.ago', { d: duration(past) });
  };
  const stopwatch = (ms: number): string => {
    const s = Math.max(0, Math.floor(ms / 1000));
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  };
  return { clock, date, dateTime, fullTime, duration, ago, stopwatch };
}
