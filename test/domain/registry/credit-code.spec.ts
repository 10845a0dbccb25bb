import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { creditCodeChecksum, readCreditCode } from '../../../src/domain/registry/numbers/credit-code';

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const read = (typed: string): string => {
  const result = readCreditCode(typed);
  return result.ok ? result.value : result.refusal;
};

describe('a unified social credit code follows GB 32100', () => {
  it.each([
    ['a real one', '91110000600037341L', '91110000600037341L'],
    ['small letters and spaces', '9111 0000 6000 3734 1l', '91110000600037341L'],
    ['a sum without remainder: the check sign is 0', '916599841NLWCB6RW0', '916599841NLWCB6RW0'],
    ['a wrong check sign', '91110000600037341M', 'enterprise.uscc-checksum'],
    ['17 signs', '91110000600037341', 'enterprise.uscc-malformed'],
    ['19 signs', '91110000600037341LL', 'enterprise.uscc-malformed'],
    ['a letter in the region', '9111A000600037341L', 'enterprise.uscc-malformed'],
    ['an I', '9111000060003734IL', 'enterprise.uscc-malformed'],
    ['an O', '9111000060003734OL', 'enterprise.uscc-malformed'],
    ['an S', '9111000060003734SL', 'enterprise.uscc-malformed'],
    ['a V', '9111000060003734VL', 'enterprise.uscc-malformed'],
    ['a Z', '9111000060003734ZL', 'enterprise.uscc-malformed'],
    ['nothing', '', 'enterprise.uscc-malformed'],
  ])('%s', (_, typed, expected) => expect(read(typed)).toBe(expected));

  const body = fc
    .tuple(
      fc.array(fc.constantFrom(...SIGNS), { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 110000, max: 659999 }),
    )
    .map(([organisation, region]) => `91${region}${organisation.join('')}`);

  /** Where the sum leaves no remainder the other knows no check sign at all; the standard says MOD(31 − 0, 31) = 0. */
  it('agrees with another implementation on the check sign', () => {
    const oracle = stdnum['CN']?.['uscc'];
    if (!oracle) throw new Error('the oracle is gone');
    fc.assert(
      fc.property(body, fc.constantFrom(...SIGNS), (signs, sign) => {
        const theirs = oracle.validate(signs + sign);
        const checksumOnly = theirs.isValid || theirs.error.name === 'InvalidChecksum';
        fc.pre(checksumOnly && creditCodeChecksum(signs) !== '0');
        expect(read(signs + sign) === signs + sign).toBe(theirs.isValid);
      }),
    );
  });

  it('notices every single wrong sign', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 8, max: 16 }), fc.integer({ min: 1, max: 30 }), (signs, place, shift) => {
        const code = signs + creditCodeChecksum(signs);
        const wrong = SIGNS[(SIGNS.indexOf(code.charAt(place)) + shift) % 31];
        expect(read(code.slice(0, place) + wrong + code.slice(place + 1))).toBe('enterprise.uscc-checksum');
      }),
    );
  });
});
