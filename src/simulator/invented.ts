import { createHash } from 'node:crypto';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** Identity numbers of nobody (GB 11643): right check signs, but born before 1912. `n` up to 360,000. */
export function inventedIdNumber(n: number): string {
  const day = two(1 + (n % 28));
  const month = two(1 + (Math.floor(n / 28) % 12));
  const year = 1901 + (Math.floor(n / 336) % 10);
  const order = String(Math.floor(n / 3360) % 1000).padStart(3, '0');
  const body = `411003${year}${month}${day}${order}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return body + (CHECK_SIGNS[sum % 11] ?? '');
}

/** 199 0001 xxxx: numbers used for invention only. */
export const inventedPhone = (n: number): string => `1990001${String(n % 10_000).padStart(4, '0')}`;

/** A secret that follows from the run's seed, so that a chip imported once can be played again. */
export const inventedSecret = (seed: number, chipNo: string): string =>
  createHash('sha256').update(`simulated ${seed} ${chipNo}`).digest('hex');

const two = (value: number): string => String(value).padStart(2, '0');
