import fc from 'fast-check';
import { groupCode, isCode, makeCode, parseCode } from '../../../src/domain/registry/code';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const random = fc.uint8Array({ minLength: 9, maxLength: 9 });
const code = random.map(makeCode);

const provenBy = (text: string): boolean | null => {
  const read = parseCode(text);
  return read === null ? null : isCode(read);
};

describe('codes are typed by gloved hands', () => {
  it('are ten signs of the alphabet, nine of them free', () => {
    fc.assert(fc.property(random, (bytes) => expect(makeCode(bytes)).toMatch(new RegExp(`^[${SIGNS}]{10}$`))));
    expect(makeCode(new Uint8Array(9))).toBe('0000000000');
    expect(makeCode(new Uint8Array([1]))).toBe('100000000N');
  });

  it('differ when their random bytes differ', () => {
    const made = new Set(Array.from({ length: 5_000 }, (_, n) => makeCode(new Uint8Array([n >> 8, n & 255, 7]))));
    expect(made.size).toBe(5_000);
  });

  it('show every single wrong sign', () => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.integer({ min: 1, max: 30 }), (right, place, shift) => {
        const wrong = SIGNS[(SIGNS.indexOf(right.charAt(place)) + shift) % 31];
        expect(isCode(right.slice(0, place) + wrong + right.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('show every two signs that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.nat(9), (right, a, b) => {
        const signs = [...right];
        fc.pre(signs[a] !== signs[b]);
        [signs[a], signs[b]] = [signs[b] as string, signs[a] as string];
        expect(isCode(signs.join(''))).toBe(false);
      }),
    );
  });

  it.each([
    ['as it is', (c: string) => c],
    ['small letters', (c: string) => c.toLowerCase()],
    ['in two groups', groupCode],
    ['with spaces', (c: string) => ` ${c.slice(0, 4)} ${c.slice(4)}\n`],
    ['as an address', (c: string) => `https://weld.example.cn/c/${c}`],
    ['as an address with a query', (c: string) => `http://localhost:3000/c/${c}?from=wechat#top`],
    ['as an address in capitals', (c: string) => `HTTPS://WELD.EXAMPLE.CN/C/${c}/`],
    ['with O for 0', (c: string) => c.replace(/0/g, 'O')],
    ['with l for 1', (c: string) => c.replace(/1/g, 'l')],
    ['with I for 1', (c: string) => c.replace(/1/g, 'I')],
  ])('are read %s', (_, write) => {
    fc.assert(fc.property(code, (right) => expect(parseCode(write(right))).toBe(right)));
  });

  it.each([
    ['nothing', ''],
    ['nine signs', '000000000'],
    ['eleven signs', '00000000000'],
    ['a U', 'U000000000'],
    ['a Z', 'Z000000000'],
    ['a wrong check sign', '0000000001'],
    ['another address', 'https://weld.example.cn/x/0000000000'],
  ])('are not read from %s', (_, text) => expect(parseCode(text)).toBeNull());

  it('are never read from a text without proving their check sign', () => {
    fc.assert(fc.property(fc.string(), (text) => expect([null, true]).toContain(provenBy(text))));
  });

  it('are printed in two groups of five', () => expect(groupCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK'));
});
