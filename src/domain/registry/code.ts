import { readDigits, readTyped } from '../../kernel/typed-text';

/** Codes that people type with gloves on: without I, L, O, U and Z (docs/adr/0005). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const BASE = SIGNS.length;
/** Random signs before the check sign: 44 bits. */
const SHORT = 9;
/** Of a blank code: 54 bits. Thousands lie about on rolls before anybody answers for them. */
const LONG = 11;
const LENGTHS: readonly number[] = [SHORT + 1, LONG + 1];

/** 31 is prime and the weights differ, so a wrong sign or two swapped signs always show. */
export function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + (body.length + 1 - i) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt((BASE - (sum % BASE)) % BASE);
}

/**
 * A code of so many (`signs`) random signs and the check sign. One byte more than needed is used, so that all signs are equally
 * likely.
 */
export function codeOf(random: Uint8Array, signs: number): string {
  let rest = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let body = '';
  for (let i = 0; i < signs; i += 1) {
    body += SIGNS.charAt(Number(rest % BigInt(BASE)));
    rest /= BigInt(BASE);
  }
  return body + checkSign(body);
}

/** A code of ten signs. Nine random bytes are enough that no sign is likelier than another. */
export const makeCode = (random: Uint8Array): string => codeOf(random, SHORT);

/** A blank code (空码) of twelve signs, printed ahead; of eleven random bytes. */
export const makeBlankCode = (random: Uint8Array): string => codeOf(random, LONG);

export const isCode = (text: string): boolean =>
  LENGTHS.includes(text.length) &&
  /^[0-9A-HJKMNP-TVWXY]+$/.test(text) &&
  checkSign(text.slice(0, -1)) === text.charAt(text.length - 1);

/** What was scanned or typed, as a code: a whole address with `/c/`, small letters, full width, hyphens, I and L for 1, O for 0. */
export function parseCode(text: string): string | null {
  const written = /\/c\/([^/?#]+)/i.exec(readTyped(text))?.[1] ?? text;
  const code = readDigits(written).replace(/[IL]/g, '1').replace(/O/g, '0');
  return isCode(code) ? code : null;
}

/** Whether somebody meant a code of ours and mistyped it; otherwise it is another system's. */
export const looksLikeCode = (text: string): boolean =>
  /\/c\/[^/?#]+/i.test(readTyped(text)) || /^[0-9A-Z]{1,13}$/.test(readDigits(text));

/** As printed below the QR picture, in groups that are read out without losing the place: 5-5, or 4-4-4. */
export const groupCode = (code: string): string =>
  (code.match(code.length > SHORT + 1 ? /.{1,4}/g : /.{1,5}/g) ?? []).join('-');
