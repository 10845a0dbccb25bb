import fc from 'fast-check';
import idcard from 'idcard';
import { shanghaiMidnight } from '../../../src/kernel/time';
import { identityChecksum, readIdentityNumber } from '../../../src/domain/registry/numbers/identity-number';

const AT = shanghaiMidnight('2026-11-24');
const complete = (body: string): string => body + identityChecksum(body);
const read = (typed: string, at = AT) => {
  const result = readIdentityNumber(typed, at);
  return result.ok ? result.value : result.refusal;
};

describe('an identity number follows GB 11643', () => {
  it.each([
    ['the example of the standard', '11010519491231002X', '1949-12-31'],
    ['a small x', '11010519491231002x', '1949-12-31'],
    ['spaces as on the card', ' 110105 19491231 002X ', '1949-12-31'],
    ['full-width signs', '１１０１０５１９４９１２３１００２ｘ', '1949-12-31'],
    ['a sign without width', '110105194912310\u200b02X', '1949-12-31'],
    ['born on a 29 February', complete('41100320000229001'), '2000-02-29'],
  ])('accepts %s', (_, typed, birthDate) => {
    expect(read(typed)).toEqual({
      value: typed
        .normalize('NFKC')
        .replace(/[ \u200b]/g, '')
        .toUpperCase(),
      birthDate,
      warnings: [],
    });
  });

  it('accepts somebody born on the day it is read, and warns of the age', () =>
    expect(read(complete('41100320261124001'))).toMatchObject({
      birthDate: '2026-11-24',
      warnings: ['id-number.age-unlikely'],
    }));

  it.each([
    ['17 digits', '11010519491231002', 'id-number.malformed'],
    ['19 signs', '11010519491231002XX', 'id-number.malformed'],
    ['15 digits of the old kind', '110105491231002', 'id-number.malformed'],
    ['an X elsewhere', '1101051949123100X2', 'id-number.malformed'],
    ['nothing', '', 'id-number.malformed'],
    ['a letter', '11010519491231002A', 'id-number.malformed'],
    ['30 February', complete('41100319900230001'), 'id-number.birth-date'],
    ['29 February of a common year', complete('41100319000229001'), 'id-number.birth-date'],
    ['month 13', complete('41100319901301001'), 'id-number.birth-date'],
    ['day 0', complete('41100319900100001'), 'id-number.birth-date'],
    ['year 0', complete('41100300000101001'), null],
    ['born tomorrow', complete('41100320261125001'), 'id-number.birth-date'],
    ['a wrong check sign', '110105194912310021', 'id-number.checksum'],
    ['X for 0', '41100319900101123X', 'id-number.checksum'],
  ])('judges %s', (_, typed, code) => {
    const got = read(typed);
    expect(typeof got === 'string' ? got : null).toBe(code);
  });

  it('counts the day of birth in China: it begins at 16:00 UTC of the day before', () => {
    const born = complete('41100320261125001');
    expect(read(born, shanghaiMidnight('2026-11-25') - 1)).toBe('id-number.birth-date');
    expect(read(born, shanghaiMidnight('2026-11-25'))).toMatchObject({ birthDate: '2026-11-25' });
  });

  it.each([
    ['a county of today', '411003', []],
    ['the same county under its old number', '411023', []],
    ['a city without counties', '441900', []],
    ['a county of the province itself', '419001', []],
    ['Hong Kong', '810000', []],
    ['a county nobody knows', '411099', ['id-number.area-unknown']],
    ['a province nobody knows', '990101', ['id-number.area-unknown']],
  ])('only warns of areas: %s', (_, area, warnings) => {
    expect(read(complete(`${area}19900101001`))).toMatchObject({ warnings });
  });

  const body = fc
    .tuple(
      fc.constantFrom('411003', '110105', '440305', '659001'),
      fc.date({ min: new Date('1901-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([area, date, n]) => area + date.toISOString().slice(0, 10).replace(/-/g, '') + String(n).padStart(3, '0'));

  it('agrees with another implementation on every check sign', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...'0123456789X'), (digits, sign) => {
        expect(typeof read(digits + sign) !== 'string').toBe(idcard.verify(digits + sign));
      }),
    );
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const number = complete(digits);
        const wrong = String((Number(number[place]) + shift) % 10);
        expect(typeof read(number.slice(0, place) + wrong + number.slice(place + 1))).toBe('string');
      }),
    );
  });
});
