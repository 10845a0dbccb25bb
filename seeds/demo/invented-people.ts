import { identityChecksum } from '../../src/domain/registry/numbers/identity-number';

/**
 * Identity numbers of nobody: correct check signs, but born before 1912. The demo must pass the platform's own rules
 * and still be unmistakably invented.
 */
export function inventedIdNumber(n: number): string {
  const year = 1901 + (n % 10);
  const month = String(1 + (Math.floor(n / 10) % 12)).padStart(2, '0');
  const day = String(1 + (Math.floor(n / 120) % 28)).padStart(2, '0');
  const body = `411003${year}${month}${day}${String(n % 1000).padStart(3, '0')}`;
  return body + identityChecksum(body);
}

/** 199 0000 xxxx: a number range used for invention only. */
export const inventedPhone = (n: number): string => `1990000${String(n).padStart(4, '0')}`;
