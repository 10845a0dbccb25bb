import { readDigits } from '../../kernel/typed-text';

/** Mobile numbers of the Chinese numbering plan as people write them: `+86 138 0000 0000`, `138-0000-0000`. */
export function normalPhone(text: string): string | null {
  const digits = readDigits(text).replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
