import { normalPhone } from '../../../src/kernel/phone';
import { readCertificateNumber } from '../../../src/domain/certificates/certificate-rules';
import { parseCode } from '../../../src/domain/registry/code';
import { readCreditCode } from '../../../src/domain/registry/numbers/credit-code';
import { readIdentityNumber } from '../../../src/domain/registry/numbers/identity-number';
import { readDocument, type DocumentKind } from '../../../src/domain/registry/numbers/person-document';
import { readSerialNumber } from '../../../src/domain/registry/numbers/serial-number';
import { readIdentifier, readTyped } from '../../../src/kernel/typed-text';
import { shanghaiMidnight } from '../../../src/kernel/time';

const AT = shanghaiMidnight('2026-11-27');

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string, sizes: readonly number[], between: string): string => {
  let from = 0;
  return [...sizes, text.length].map((size) => text.slice(from, (from += size))).join(between);
};

/** Ways in which keyboards, chats, spreadsheets and scanners spoil a number that means the same. */
const SPOILT: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['full width', fullWidth],
  ['small letters', (text) => text.toLowerCase()],
  ['full-width small letters', (text) => fullWidth(text.toLowerCase())],
  ['blanks around', (text) => `  ${text} `],
  ['a blank of Chinese width', (text) => `\u3000${text}\u3000`],
  ['no-break blanks', (text) => grouped(text, [3, 4], '\u00a0')],
  ['thin blanks', (text) => grouped(text, [3, 4], '\u2009')],
  ['groups of an input field', (text) => grouped(text, [4, 4], ' ')],
  ['a tab and a line end', (text) => `${text}\t\r\n`],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['marks of direction', (text) => `\u202d${text}\u202c`],
  ['isolates of direction', (text) => `\u2066${text}\u2069`],
  ['a left-to-right mark', (text) => `\u200e${text}`],
  ['zero-width blanks', (text) => [...text].join('\u200b')],
  ['zero-width joiners', (text) => grouped(text, [6], '\u200d')],
  ['word joiners', (text) => grouped(text, [6], '\u2060')],
  ['soft hyphens', (text) => grouped(text, [6], '\u00ad')],
  ['a variation selector', (text) => `${text}\ufe0e`],
  ['a Hangul filler', (text) => `${text}\u3164`],
  ['hyphens', (text) => grouped(text, [3, 4], '-')],
  ['hyphens that do not break', (text) => grouped(text, [3, 4], '\u2011')],
  ['en dashes', (text) => grouped(text, [3, 4], '\u2013')],
  ['em dashes', (text) => grouped(text, [3, 4], '\u2014')],
  ['minus signs', (text) => grouped(text, [3, 4], '\u2212')],
  ['full-width hyphens', (text) => grouped(text, [3, 4], '\uff0d')],
  ['mathematical digits', (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7f6 + Number(digit)))],
];

const value = (read: { ok: true; value: unknown } | { ok: false; refusal: unknown }): unknown =>
  read.ok ? read.value : read.refusal;

const NUMBERS: readonly (readonly [string, string, (typed: string) => unknown])[] = [
  [
    'an identity number',
    '41100319900101009X',
    (typed) => (value(readIdentityNumber(typed, AT)) as { value: string }).value,
  ],
  ['a phone', '13800001234', normalPhone],
  ['a credit code', '91410100MA00000021', (typed) => value(readCreditCode(typed))],
  [
    'a card',
    'T41100319900101009X',
    (typed) => value(readCertificateNumber('special-operation', typed, '41100319900101009X')),
  ],
  [
    'a home-return permit',
    'H12345678',
    (typed) => (value(readDocument('home-return', typed, AT)) as { value: string }).value,
  ],
  ['a printed code', '3TYD1X9G8P', parseCode],
];

describe('F5 what people type', () => {
  const cases = NUMBERS.flatMap(([what, stored, read]) =>
    SPOILT.map(([how, spoil]) => ({ what, how, typed: spoil(stored), stored, read })),
  );
  it.each(cases)('$what with $how is stored in one form', ({ typed, stored, read }) =>
    expect(read(typed)).toBe(stored),
  );

  it.each([
    ['张　三', '张 三'],
    ['\u200b张三\ufeff', '张三'],
    ['古丽米热•艾比布力', '古丽米热·艾比布力'],
    ['古丽米热・艾比布力', '古丽米热·艾比布力'],
    ['古丽米热‧艾比布力', '古丽米热·艾比布力'],
    ['古丽米热﹒艾比布力', '古丽米热·艾比布力'],
    ['古丽米热．艾比布力', '古丽米热·艾比布力'],
    ['古丽米热.艾比布力', '古丽米热·艾比布力'],
    ['古丽米热 · 艾比布力', '古丽米热·艾比布力'],
    ['ＺＸ７－４００', 'ZX7-400'],
    ['ZX7–400', 'ZX7-400'],
    ['ZX7—400', 'ZX7-400'],
    ['ZX7．400', 'ZX7.400'],
    ['许昌焊安（集团）有限公司', '许昌焊安（集团）有限公司'],
    ['先通风，再检测——后作业！', '先通风，再检测——后作业！'],
    ['第一行\r\n 第二行', '第一行\n第二行'],
    ['面积3㎡ 温度20℃', '面积3㎡ 温度20℃'],
    ['㛃丽𠮷田', '㛃丽𠮷田'],
    ['\ufa0e', '\ufa0e'],
    ['e\u0301', 'é'],
  ])('the text %j is kept as %j', (typed, stored) => expect(readTyped(typed)).toBe(stored));

  it('reading twice changes nothing more', () => {
    for (const { typed } of cases) expect(readTyped(readTyped(typed))).toBe(readTyped(typed));
  });
});

describe('F13 what stands in the field of a serial number', () => {
  it.each([
    '无',
    ' 无 ',
    '-',
    '—',
    '--',
    '/',
    '0',
    '０００',
    '不清',
    '看不清',
    'N/A',
    'na',
    'None',
    '***',
    'xxx',
    '。',
    '(无)',
    '',
  ])('%j is none', (typed) => expect(readSerialNumber(typed)).toBeNull());
  it.each([
    ['00152', '00152'],
    ['SN-A1', 'SN-A1'],
    ['ＳＮ－A1', 'SN-A1'],
    ['无锡焊0012', '无锡焊0012'],
    ['X2', 'X2'],
    ['100', '100'],
  ])('%j is %j', (typed, stored) => expect(readSerialNumber(typed)).toBe(stored));
});

describe('F14 numbers that stand for something else', () => {
  it('an identity number is no credit code', () =>
    expect(value(readCreditCode('411003199001010858'))).toBe('enterprise.uscc-is-a-person'));

  it.each([
    ['born in 1850', '411003185001010', true],
    ['six years old', '411003202001010', true],
    ['sixteen today', '411003201011270', false],
    ['sixteen tomorrow', '411003201011280', true],
    ['fifty', '411003197601010', false],
  ])('%s', (_, beginning, warned) => {
    const number = `${beginning}${'00'}`;
    const check = [...'0123456789X'].find((sign) => readIdentityNumber(number + sign, AT).ok);
    const read = readIdentityNumber(number + check, AT);
    expect(read.ok && read.value.warnings.includes('id-number.age-unlikely')).toBe(warned);
  });

  it.each<[DocumentKind, string, unknown]>([
    ['home-return', 'M12345678', 'M12345678'],
    ['home-return', 'H1234567801', 'H1234567801'],
    ['home-return', '12345678', 'id-number.malformed'],
    ['taiwan', '12345678', '12345678'],
    ['permanent-residence', 'chn 110088010101', 'CHN110088010101'],
    ['passport', 'E-1234 5678', 'E12345678'],
    ['passport', 'PASSPORT', 'id-number.malformed'],
    ['resident', 'H12345678', 'id-number.malformed'],
  ])('a document %s %s', (kind, typed, stored) => {
    const read = readDocument(kind, typed, AT);
    expect(read.ok ? read.value.value : read.refusal).toBe(stored);
  });

  it('a card of somebody without an identity card bears the number of their document', () => {
    expect(value(readCertificateNumber('special-operation', 'T H12345678', 'H12345678'))).toBe('TH12345678');
    expect(value(readCertificateNumber('special-operation', 'TH12345679', 'H12345678'))).toBe(
      'certificate.number-mismatch',
    );
  });
});

describe('one form of a text, whatever stood between its signs', () => {
  it.each([
    ['an accent behind an invisible sign', 'Rene\u200b\u0301'],
    ['an accent on a letter of full width', 'Ｒｅｎｅ\u0301'],
    ['an accent that stands for itself', 'Rene\u0301'],
  ])('%s', (_, typed) => {
    expect(readTyped(typed)).toBe('Ren\u00e9');
    expect(readTyped(readTyped(typed))).toBe(readTyped(typed));
    expect(readIdentifier(typed)).toBe('REN\u00c9');
  });

  it('syllables of Hangul that a filler held apart', () => {
    expect(readTyped('\u1100\u200b\u1161')).toBe('\uac00');
  });

  it('a blank before an accent is gone from an identifier', () => {
    expect(readIdentifier('e \u0301')).toBe('\u00c9');
  });
});
