import { readDigits } from './typed-text';

/** Mobile numbers of the Chinese numbering plan as people write them: `+86 138 0000 0000`, `138-0000-0000`. */
export function normalPhone(text: string): string | null {
  const digits = readDigits(text).replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** `138****5678`; a shorter number of a fixed line keeps its last four digits only. */
export const maskPhone = (phone: string): string =>
  `${phone.length < 11 ? '' : phone.slice(0, 3)}****${phone.slice(-4)}`;
