import { normalPhone } from '../../kernel/phone';
import { readDigits } from '../../kernel/typed-text';

/** A mobile number, or a fixed line with its area code: an enterprise may be called at its desk. */
export function contactPhone(typed: string): string | null {
  const fixed = readDigits(typed);
  return normalPhone(typed) ?? (/^(0\d{2,3})?[2-9]\d{6,7}$|^400\d{7}$/.test(fixed) ? fixed : null);
}
