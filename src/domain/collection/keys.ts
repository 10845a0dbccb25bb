import type { Position } from '../../kernel/geo';
import { distanceM } from '../../kernel/geo';

/** Separators that people write, leave out or exchange. */
const SEPARATORS = /[\s\-_.·/\\()（）‐‑‒–—―−#№]/g;

/** A number or a model as it is compared: NFKC, capitals, no separators, O as 0, I and L as 1. `number_key` in the database is the same. */
export const comparable = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(SEPARATORS, '').replace(/[OQ]/g, '0').replace(/[IL]/g, '1');

/** A grid of about 100 m. What lies near is in the same cell or in one of the eight around it. */
const CELLS_PER_DEGREE = 1_000;

const cellAt = (lat: number, lng: number): string => `${lat}:${lng}`;
const indexOf = (degrees: number): number => Math.floor(degrees * CELLS_PER_DEGREE);

export const geoCell = ({ lat, lng }: Position): string => cellAt(indexOf(lat), indexOf(lng));

export const cellsAround = ({ lat, lng }: Position): string[] =>
  [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => cellAt(indexOf(lat) + north, indexOf(lng) + east)));

export interface Pin extends Position {
  readonly accuracyM: number;
}

/** The least possible distance between two pins; null if one is missing. */
export const apartM = (a: Pin | null, b: Pin | null): number | null =>
  a === null || b === null ? null : distanceM(a, b);

/**
 * Whether two numbers differ as two people read one nameplate: a sign left out, two signs exchanged, or signs that look
 * alike when worn. Another digit is another machine: makers count on.
 */
export function readAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LEAST_SIGNS) return false;
  return worn(a) === worn(b) || leftOut(a, b) || leftOut(b, a) || exchanged(a, b);
}

const LEAST_SIGNS = 5;
const WORN: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6', D: '0', U: 'V' };
const worn = (text: string): string => text.replace(/[BSZGDU]/g, (sign) => WORN[sign] ?? sign);

/** `short` is `long` without one sign. */
function leftOut(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  const at = [...short].findIndex((sign, i) => sign !== long[i]);
  return at < 0 || long.slice(at + 1) === short.slice(at);
}

function exchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((sign, i) => sign !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
