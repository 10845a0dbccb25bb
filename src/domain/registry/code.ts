import { readDigits, readTyped } from '../../kernel/typed-text';

/** Codes that people type with gloves on: without I, L, O, U and Z (docs/adr/0005). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const BASE = SIGNS.length;
const BODY = 9;

/** 31 is prime and the weights differ, so a wrong sign or two swapped signs always show. */
const weightAt = (position: number): number => BODY + 1 - position;

function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + weightAt(i) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt((BASE - (sum % BASE)) % BASE);
}

/** A code of ten signs. Nine random bytes are enough that no sign is likelier than another. */
export function makeCode(random: Uint8Array): string {
  let rest = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let body = '';
  for (let i = 0; i < BODY; i += 1) {
    body += SIGNS.charAt(Number(rest % BigInt(BASE)));
    rest /= BigInt(BASE);
  }
  return body + checkSign(body);
}

export const isCode = (text: string): boolean =>
  /^[0-9A-HJKMNP-TVWXY]{10}$/.test(text) && checkSign(text.slice(0, BODY)) === text.charAt(BODY);

/** What was scanned or typed, as a code: a whole address with `/c/`, small letters, full width, hyphens, I and L for 1, O for 0. */
export function parseCode(text: string): string | null {
  const written = /\/c\/([^/?#]+)/i.exec(readTyped(text))?.[1] ?? text;
  const code = readDigits(written).replace(/[IL]/g, '1').replace(/O/g, '0');
  return isCode(code) ? code : null;
}

/** As printed below the QR picture: two groups of five are read out without losing the place. */
export const groupCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
