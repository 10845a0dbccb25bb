/**
 * What people type and paste, brought to one form at the door: no invisible signs, Latin letters and digits of ordinary
 * width, one kind of hyphen, of middle dot and of blank. Chinese punctuation stays as it is written (docs/adr/0020).
 */
export function readTyped(text: string): string {
  return narrow(text.normalize('NFC').replace(LINE_ENDS, '\n').replace(INVISIBLE, '').replace(DOTS_IN_NAMES, '·'))
    .normalize('NFC') // a letter and an accent that stood apart, or were of two widths, are one sign now
    .replace(HYPHENS, '-')
    .replace(LONE_DASH, '-')
    .replace(BLANKS, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** A number, a code or a card as it is compared: compatibility forms resolved, capitals, no blanks. */
export const readIdentifier = (text: string): string =>
  readTyped(text).normalize('NFKC').replace(ANY_DASH, '-').replace(/\s/g, '').toUpperCase().normalize('NFC');

/** An identifier whose hyphens and dots are only there to be read more easily: identity numbers, phones, printed codes. */
export const readDigits = (text: string): string => readIdentifier(text).replace(/[-.·()]/g, '');

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Default-ignorable signs, marks of direction, and what no document may hold. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\n\t])\p{Cc}/gu;
const BLANKS = /[^\S\n]+/g;
const HYPHENS = /[\u2010-\u2013\u2212\u2043\ufe58\ufe63\uff0d]/g;
/** The Chinese dash is written as two, or stands beside Chinese text; alone between letters it is a hyphen. */
const LONE_DASH = /(?<![\u2014\u2015\p{sc=Han}])[\u2014\u2015](?![\u2014\u2015\p{sc=Han}])/gu;
const ANY_DASH = /[\u2014\u2015]/g;
/** Between the parts of a name all these are one sign. */
const DOTS_IN_NAMES = /(?<=\p{sc=Han}) ?[·•・･‧∙⋅﹒．.․] ?(?=\p{sc=Han})/gu;

/** Full-width letters, digits and signs; punctuation of Chinese sentences excepted. */
const FULL_WIDTH = /[\uff01-\uff5e\uff65\uffe0-\uffe6]|[\u{1d400}-\u{1d7ff}]/gu;
const CHINESE_PUNCTUATION = '！（），：；？～';

const narrow = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => (CHINESE_PUNCTUATION.includes(sign) ? sign : sign.normalize('NFKC')));
