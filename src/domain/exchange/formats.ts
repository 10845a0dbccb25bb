import { isoTime, shanghaiDate, shanghaiMidnight, shanghaiTimeOfDay, type Instant } from '../../kernel/time';
import type { Field } from './fields';

/** A value of ours. Personal data comes as a pair, so that nothing leaves in clear by an oversight. */
export type Plain = string | number | boolean | null | readonly string[];

/** How a value may be written on the other side; the first of each type is the usual one. */
export const FORMATS = {
  text: ['text'],
  number: ['number', 'digits'],
  date: ['date', 'date-compact', 'date-slash'],
  time: ['time', 'time-local', 'time-compact', 'time-milliseconds'],
  flag: ['flag', 'flag-digit', 'flag-letter', 'flag-chinese'],
  code: ['code'],
  codes: ['list', 'list-comma'],
} as const satisfies Readonly<Record<Field['type'], readonly string[]>>;
export type Format = (typeof FORMATS)[Field['type']][number];
export const ALL_FORMATS: readonly Format[] = Object.values(FORMATS).flat();

interface Way {
  readonly write: (value: Plain) => unknown;
  /** Undefined: it cannot be what it says. */
  readonly read: (given: unknown) => Plain | undefined;
}

const asIs = (value: Plain): unknown => value;
const text = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);
/** Other platforms write numbers without quotes. */
const texts = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given).trim() : undefined;

/** A day that the calendar has. */
function dayOf(written: string): string | undefined {
  const midnight = shanghaiMidnight(written);
  return !Number.isNaN(midnight) && shanghaiDate(midnight) === written ? written : undefined;
}

const dates = (pattern: RegExp, join: string): Way => ({
  write: (value) => String(value).split('-').join(join),
  read: (given) => {
    const [, y, m, d] = pattern.exec(texts(given) ?? '') ?? [];
    return y === undefined ? undefined : dayOf(`${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
  },
});

const clock = (at: Instant): string => isoTime(shanghaiTimeOfDay(at)).slice(11, 19);

/** Digits of a local time in China as an instant; undefined where the clock has no such time. */
function localTime(written: string, pattern: RegExp): Instant | undefined {
  const [, y, m, d, h, min, s] = pattern.exec(written) ?? [];
  const date = y === undefined ? undefined : dayOf(`${y}-${m}-${d}`);
  if (date === undefined || Number(h) > 23 || Number(min) > 59 || Number(s) > 59) return undefined;
  return shanghaiMidnight(date) + ((Number(h) * 60 + Number(min)) * 60 + Number(s)) * 1_000;
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const time = (given: unknown): Instant | undefined => {
  const at = typeof given === 'string' && RFC3339.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

const oneOf = (yes: unknown, no: unknown): Way => ({
  write: (value) => (value === true ? yes : no),
  read: (given) => (given === yes ? true : given === no ? false : undefined),
});

const list = (given: unknown): readonly string[] | undefined =>
  Array.isArray(given) && given.every((one) => typeof one === 'string') ? given : undefined;

/** Whole or not, but finite and written as people write numbers. */
const digits = (given: unknown): number | undefined =>
  /^-?\d{1,15}(\.\d{1,9})?$/.test(texts(given) ?? '') ? Number(given) : undefined;

/** One way to write and to read for each format; `read` of what `write` gave is the value again. */
export const WAYS: Readonly<Record<Format, Way>> = {
  text: { write: asIs, read: (given) => texts(given) },
  code: { write: asIs, read: (given) => texts(given) },
  number: {
    write: asIs,
    read: (given) => (typeof given === 'number' && Number.isFinite(given) ? given : undefined),
  },
  digits: { write: String, read: digits },
  date: dates(/^(\d{4})-(\d{2})-(\d{2})$/, '-'),
  'date-compact': dates(/^(\d{4})(\d{2})(\d{2})$/, ''),
  'date-slash': dates(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, '/'),
  time: { write: (value) => isoTime(Number(value)), read: time },
  'time-local': {
    write: (value) => `${shanghaiDate(Number(value))} ${clock(Number(value))}`,
    read: (given) => localTime(text(given) ?? '', /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/),
  },
  'time-compact': {
    write: (value) => `${shanghaiDate(Number(value))}${clock(Number(value))}`.replace(/[-:]/g, ''),
    read: (given) => localTime(texts(given) ?? '', /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/),
  },
  'time-milliseconds': {
    write: asIs,
    read: (given) =>
      Number.isSafeInteger(given) && Math.abs(given as number) < 8.64e15 ? (given as number) : undefined,
  },
  flag: oneOf(true, false),
  'flag-digit': oneOf('1', '0'),
  'flag-letter': oneOf('Y', 'N'),
  'flag-chinese': oneOf('是', '否'),
  list: { write: asIs, read: list },
  'list-comma': {
    write: (value) => (value as readonly string[]).join(','),
    read: (given) => text(given)?.split(',').map((one) => one.trim()).filter((one) => one !== ''),
  }, // prettier-ignore
};
