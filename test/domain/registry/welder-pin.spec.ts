import { isPin, pinFault, pinRests, recentWrong } from '../../../src/domain/registry/welder-pin';
import { MINUTE } from '../../../src/kernel/time';

const ID = '410403198704052219';
const PHONE = '13903741826';
const T0 = Date.parse('2026-11-24T02:00:00Z');

describe('a PIN that may be set', () => {
  it.each([
    ['an odd one', '274918', null],
    ['one that only looks like a year', '198273', null],
    ['five digits', '27491', 'pin.malformed'],
    ['seven digits', '2749180', 'pin.malformed'],
    ['letters', '27491a', 'pin.malformed'],
    ['one digit six times', '000000', 'pin.too-simple'],
    ['two digits', '121121', 'pin.too-simple'],
    ['a part twice', '472472', 'pin.too-simple'],
    ['a walk up', '123456', 'pin.too-simple'],
    ['a walk down', '654321', 'pin.too-simple'],
    ['a walk over the nine', '789012', 'pin.too-simple'],
    ['a walk under the nought', '210987', 'pin.too-simple'],
    ['the birthday, year first', '870405', 'pin.of-own-number'],
    ['the birth year and month', '198704', 'pin.of-own-number'],
    ['the birthday, month first', '040587', 'pin.of-own-number'],
    ['the birthday, day first', '050487', 'pin.of-own-number'],
    ['the area of the identity number', '410403', 'pin.of-own-number'],
    ['its last six', '052219', 'pin.of-own-number'],
    ['the end of the phone', '741826', 'pin.of-own-number'],
  ])('%s', (_, pin, fault) => expect(pinFault(pin, [ID, PHONE])).toBe(fault));

  it('a document that is no identity card has no birthday in it', () => {
    expect(pinFault('040587', ['H12345678', PHONE])).toBeNull();
    expect(pinFault('234567', ['H92345671'])).toBe('pin.too-simple');
    expect(pinFault('923456', ['H92345671'])).toBe('pin.of-own-number');
  });

  it('is six digits and nothing beside', () => expect(['123456', '12345', ' 123456', '１２３４５６'].map(isPin)).toEqual([true, false, false, false])); // prettier-ignore
});

describe('wrong PINs', () => {
  const wrong = (n: number, minutesAgo = 1): number[] => Array.from({ length: n }, () => T0 - minutesAgo * MINUTE);

  it('the fifth within 15 minutes makes it rest', () => {
    expect(pinRests([], T0)).toBe(false);
    expect(pinRests(wrong(4), T0)).toBe(false);
    expect(pinRests(wrong(5), T0)).toBe(true);
    expect(pinRests([...wrong(4), T0], T0)).toBe(true);
  });

  it('what is 15 minutes old counts no more', () => {
    expect(pinRests([...wrong(4), T0 - 15 * MINUTE + 1], T0)).toBe(true);
    expect(pinRests([...wrong(4), T0 - 15 * MINUTE], T0)).toBe(false);
    expect(recentWrong([T0 - 15 * MINUTE, T0 - 1], T0)).toEqual([T0 - 1]);
  });
});
