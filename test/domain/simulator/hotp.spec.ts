import { oneTimeCode } from '../../../src/domain/jobs/one-time-code';
import { codeKey, hotp, LOOK_AHEAD, matchCode } from '../../../src/simulator/hotp';

const SECRET = Buffer.from('5f'.repeat(32), 'hex');
const typed = (hours: number, counter: number): string => `${hours}${hotp(codeKey(SECRET, hours), counter)}`;

describe('one-time codes as a chip checks them', () => {
  it('gives the values of RFC 4226, appendix D', () => {
    const key = Buffer.from('12345678901234567890');
    const values = Array.from({ length: 10 }, (_, counter) => hotp(key, counter, 6));
    expect(values).toEqual([
      '755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489',
    ]); // prettier-ignore
  });

  it('accepts what the platform gives out', () => {
    for (const hours of [1, 4, 8])
      expect(matchCode(SECRET, oneTimeCode(SECRET, hours, 3), 3)).toEqual({ hours, nextCounter: 4 });
  });

  it.each([
    ['the one expected', 12, { hours: 2, nextCounter: 13 }],
    ['the last within the look-ahead', 12 + LOOK_AHEAD, { hours: 2, nextCounter: 13 + LOOK_AHEAD }],
    ['one beyond it', 13 + LOOK_AHEAD, null],
    ['one used before', 11, null],
  ])('%s', (_, counter, expected) => {
    expect(matchCode(SECRET, typed(2, counter), 12)).toEqual(expected);
  });

  it('the hours are part of the code', () => {
    expect(matchCode(SECRET, `8${typed(1, 0).slice(1)}`, 0)).toBeNull();
  });

  it.each(['', '0', '9'.repeat(9), '012345678', '1234567', `1${'a'.repeat(8)}`, `${typed(1, 0)}0`])(
    '%p is no code',
    (code) => {
      expect(matchCode(SECRET, code, 0)).toBeNull();
    },
  );
});
