import type { Format } from './formats';

/** A value in the form of the other side as a cell of a table shows it. */
export const toCell = (value: unknown): string | number | null => {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
};

type Reading = (text: string) => unknown;
const asText: Reading = (text) => text;
const asNumber: Reading = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

/** Formats that JSON writes without quotes; all others are texts in a cell, too. */
const READINGS: Readonly<Partial<Record<Format, Reading>>> = {
  number: asNumber,
  'time-milliseconds': asNumber,
  flag: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  list: (text) => text.split(/[,，、]/).map((one) => one.trim()),
};

/** What stands in a cell, as the other side would have sent it. */
export const fromCell = (format: Format, text: string): unknown => (READINGS[format] ?? asText)(text);
