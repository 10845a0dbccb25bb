import { readDigits } from '../../kernel/typed-text';
import { checkSign, codeOf } from '../registry/code';

/** Random signs before the check sign: 74 bits, so that nobody finds a tip by trying. */
const SIGNS = 15;
/** The number of random bytes in a code. */
export const TRACKING_RANDOM_BYTES = 12;

/** 查询码: all that a reporter needs to follow a tip. */
export const makeTrackingCode = (random: Uint8Array): string => codeOf(random, SIGNS);

/** What somebody typed as a tracking code: hyphens, small letters, I and L for 1, O for 0; null if the check sign is wrong. */
export function parseTrackingCode(text: string): string | null {
  const code = readDigits(text).replace(/[IL]/g, '1').replace(/O/g, '0');
  const isWhole = code.length === SIGNS + 1 && /^[0-9A-HJKMNP-TVWXY]+$/.test(code);
  return isWhole && checkSign(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** As shown and read out: in fours. */
export const groupTrackingCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');
