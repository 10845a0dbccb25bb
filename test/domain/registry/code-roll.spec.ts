import fc from 'fast-check';
import {
  groupCode,
  isCode,
  looksLikeCode,
  makeBlankCode,
  makeCode,
  parseCode,
} from '../../../src/domain/registry/code';
import { stickerFault } from '../../../src/domain/registry/code-roll';

const HERE = '411003101';
const roll = (state: 'printed' | 'issued' | 'voided', regionCode = '411003') => ({ state, regionCode });

describe('a sticker is bound once, here, and not from a lost roll', () => {
  it.each([
    ['of a printed roll', { kind: 'blank', voided: false, roll: roll('printed') }, null],
    ['of an issued roll', { kind: 'blank', voided: false, roll: roll('issued') }, null],
    ['from before there were rolls', { kind: 'blank', voided: false, roll: null }, null],
    ['of a roll for the whole country', { kind: 'blank', voided: false, roll: roll('issued', '') }, null],
    ['of a neighbouring town of the county', { kind: 'blank', voided: false, roll: roll('issued', '411003102') }, null],
    ['of the prefecture', { kind: 'blank', voided: false, roll: roll('issued', '4110') }, null],
    ['of another county', { kind: 'blank', voided: false, roll: roll('issued', '411024') }, 'code.of-another-county'],
    ['bound to a machine', { kind: 'machine', voided: false, roll: roll('issued') }, 'code.not-blank'],
    ['bound, of a roll lost since', { kind: 'machine', voided: false, roll: roll('voided') }, 'code.not-blank'],
    ['of a lost roll', { kind: 'blank', voided: true, roll: roll('voided') }, 'code.roll-voided'],
    ['voided by itself', { kind: 'blank', voided: true, roll: null }, 'code.voided'],
  ] as const)('%s', (_, facts, fault) => expect(stickerFault(facts, HERE)).toBe(fault));
});

describe('blank codes are longer', () => {
  const code = fc.uint8Array({ minLength: 11, maxLength: 11 }).map(makeBlankCode);

  it('by eleven random signs: more than 50 bits', () => {
    expect(11 * Math.log2(31)).toBeGreaterThan(50);
    fc.assert(
      fc.property(code, (one) => expect([one.length, isCode(one), parseCode(groupCode(one))]).toEqual([12, true, one])),
    );
  });

  it('show a wrong sign and two signs that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(11), fc.nat(11), (right, a, b) => {
        const signs = [...right];
        fc.pre(signs[a] !== signs[b]);
        const wrong = signs.with(a, signs[b] ?? '').join('');
        const swapped = signs
          .with(a, signs[b] ?? '')
          .with(b, signs[a] ?? '')
          .join('');
        expect([isCode(wrong), isCode(swapped)]).toEqual([false, false]);
      }),
    );
  });

  it('are read out in groups of four; codes of ten signs still in groups of five', () => {
    expect(groupCode(makeBlankCode(new Uint8Array(11)))).toBe('0000-0000-0000');
    expect(groupCode(makeCode(new Uint8Array(9)))).toBe('00000-00000');
  });
});

it.each([
  ['a mistyped code', '00000-00001', true],
  ['our address with a mistyped code', 'https://weld.example.cn/c/0000000001', true],
  ['a province’s address', 'https://province.example.cn/q?id=1', false],
  ['a vendor’s sentence', '设备编号:HN-20260001;型号:ZX7', false],
])('tells %s from another system’s code', (_, text, ours) => expect(looksLikeCode(text)).toBe(ours));
