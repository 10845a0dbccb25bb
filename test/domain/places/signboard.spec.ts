import { makeCode } from '../../../src/domain/registry/code';
import {
  changingCode,
  endOfCode,
  minutesAccepted,
  readSignboard,
  type Signboard,
} from '../../../src/domain/places/signboard';

const CODE = makeCode(Buffer.from('signboard-01'));
const OTHER = makeCode(Buffer.from('signboard-02'));
const board: Signboard = { code: CODE, boundAt: 1, changing: ['ABCD2345', 'ABCD6789'] };

describe('D7 what a scanned signboard says', () => {
  it.each<[string, string | null, Signboard, string]>([
    ['nothing was scanned', null, board, 'none'],
    ['its own code, bound', CODE, board, 'bound'],
    ['its own code, as an address', `https://hanan.example/c/${CODE}`, board, 'bound'],
    ['its own code, never bound', CODE, { ...board, boundAt: null }, 'not-bound'],
    ['the code of another permit', OTHER, board, 'not-of-here'],
    ['nonsense', 'abc', board, 'not-of-here'],
    ['the code of this minute', 'ABCD2345', board, 'changing'],
    ['the code of the minute before, typed', 'abcd-6789', board, 'changing'],
    ['an older code', 'ABCD1111', board, 'not-of-here'],
    ['a place without a board', CODE, { code: null, boundAt: null, changing: [] }, 'not-of-here'],
  ])('%s', (_, scanned, of, expected) => expect(readSignboard(scanned, of)).toBe(expected));
});

describe('D7 a code that changes each minute', () => {
  const minute = 60_000;
  it('is good in its own minute and the next, and not a millisecond longer', () => {
    expect(minutesAccepted(10 * minute)).toEqual([10, 9]);
    expect(minutesAccepted(11 * minute - 1)).toEqual([10, 9]);
    expect(minutesAccepted(12 * minute - 1)).toContain(10);
    expect(minutesAccepted(12 * minute)).not.toContain(10);
    expect(endOfCode(10)).toBe(12 * minute);
  });

  it('is read out by people: eight signs, none of them easily taken for another', () => {
    const code = changingCode(Uint8Array.from({ length: 32 }, (_, i) => i * 7));
    expect(code).toMatch(/^[2-9A-HJKMNP-TVWXY]{8}$/);
    expect(changingCode(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1))).not.toBe(code);
  });
});
