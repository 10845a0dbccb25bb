import { createHmac } from 'node:crypto';
import { hotp, oneTimeCode, oneTimeKey } from '../../../src/domain/jobs/one-time-code';
import { nextCounter, offlineWindow } from '../../../src/domain/jobs/offline-window';
import { HOUR } from '../../../src/kernel/time';

describe('HOTP', () => {
  const secret = Buffer.from('12345678901234567890', 'ascii');
  const RFC_4226_D = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];

  it.each(RFC_4226_D.map((code, counter) => [counter, code]))(
    'RFC 4226, appendix D: counter %i gives %s',
    (counter, code) => {
      expect(hotp(secret, Number(counter), 6)).toBe(code);
    },
  );

  it('keeps leading zeros', () => {
    const codes = Array.from({ length: 300 }, (_, counter) => hotp(secret, counter, 8));
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });
});

describe('what is typed into a chip', () => {
  const secret = Buffer.alloc(32, 5);

  it('is the hours and eight digits, under a key for these hours', () => {
    const key = createHmac('sha256', secret).update('hanan-hotp-v1:3').digest();
    expect(oneTimeKey(secret, 3)).toEqual(key);
    expect(oneTimeCode(secret, 3, 12)).toBe(`3${hotp(key, 12, 8)}`);
  });

  it('cannot be stretched by typing another hour', () => {
    expect(oneTimeCode(secret, 3, 12).slice(1)).not.toBe(oneTimeCode(secret, 8, 12).slice(1));
  });
});

describe('the window of a one-time code', () => {
  const at = 1_000_000;
  it.each([
    ['59 min 59.999 s', HOUR - 1, null],
    ['one hour', HOUR, 1],
    ['two hours less a ms', 2 * HOUR - 1, 1],
    ['two hours', 2 * HOUR, 2],
    ['eight hours', 8 * HOUR, 8],
  ])('%s left: %s', (_, left, hours) => {
    expect(offlineWindow(at + left, at + left, at)?.hours ?? null).toBe(hours);
  });

  it('ends where work would outlast the permit, at the latest after two hours', () => {
    expect(offlineWindow(at + 3 * HOUR + 5, at + 3 * HOUR + 5, at)).toEqual({ hours: 3, validUntil: at + 5 });
    expect(offlineWindow(at + 8 * HOUR, at + 72 * HOUR, at)).toEqual({ hours: 8, validUntil: at + 2 * HOUR });
    expect(offlineWindow(at + 8 * HOUR, null, at)).toEqual({ hours: 8, validUntil: at + 2 * HOUR });
  });

  it.each([
    ['none issued, chip new', 0, null, 0],
    ['chip further than the platform knew', 12, 3, 12],
    ['one is out', 12, 12, 13],
    ['nine are out', 12, 20, 21],
    ['ten are out', 12, 21, null],
  ])('counter: %s', (_, chipExpects, highest, expected) => expect(nextCounter(chipExpects, highest)).toBe(expected));
});
