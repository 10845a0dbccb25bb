import fc from 'fast-check';
import { parseChipCsv } from '../../../src/domain/registry/numbers/chip-csv';

const SECRET = '0123456789abcdef'.repeat(4);
const A = `CHIP00000001,${SECRET},H2,2026-01`;
const B = `CHIP00000002,${SECRET},H2,2026-01`;
const chip = (line: number, chipNo: string) => ({ line, chipNo, secretHex: SECRET, model: 'H2', batch: '2026-01' });

describe('a chip maker’s list', () => {
  it.each([
    ['with header', `chipNo,secretHex,model,batch\n${A}\n${B}`, [chip(2, 'CHIP00000001'), chip(3, 'CHIP00000002')]],
    ['without header', `${A}\n${B}`, [chip(1, 'CHIP00000001'), chip(2, 'CHIP00000002')]],
    ['with a trailing newline, which is no line', `${A}\n`, [chip(1, 'CHIP00000001')]],
    ['with several trailing newlines', `${A}\n\n\r\n`, [chip(1, 'CHIP00000001')]],
    ['with Windows line ends', `chipNo,secretHex,model,batch\r\n${A}\r\n`, [chip(2, 'CHIP00000001')]],
    ['with old Mac line ends', `${A}\r${B}`, [chip(1, 'CHIP00000001'), chip(2, 'CHIP00000002')]],
    ['with a byte order mark', `\uFEFFchipNo,secretHex,model,batch\n${A}`, [chip(2, 'CHIP00000001')]],
    ['with spaces and quotes', `"CHIP00000001" , "${SECRET.toUpperCase()}",H2, 2026-01 `, [chip(1, 'CHIP00000001')]],
    ['with a header in capitals', `CHIPNO,"SecretHex", model,batch\n${A}`, [chip(2, 'CHIP00000001')]],
    ['with a number in small letters', A.toLowerCase().replace(',h2', ',H2'), [chip(1, 'CHIP00000001')]],
    ['empty', '', []],
  ])('is read %s', (_, text, good) => expect(parseChipCsv(text)).toEqual({ good, bad: [] }));

  it.each([
    ['three fields', `CHIP00000002,${SECRET},H2`, 'chip.line-malformed'],
    ['five fields', `${B},x`, 'chip.line-malformed'],
    ['semicolons', B.replace(/,/g, ';'), 'chip.line-malformed'],
    ['a short number', `CHIP0000002,${SECRET},H2,b`, 'chip.number-malformed'],
    ['a secret of 63 digits', `CHIP00000002,${SECRET.slice(1)},H2,b`, 'chip.secret-malformed'],
    ['a secret of 65 digits', `CHIP00000002,${SECRET}0,H2,b`, 'chip.secret-malformed'],
    ['a secret with a g', `CHIP00000002,g${SECRET.slice(1)},H2,b`, 'chip.secret-malformed'],
    ['no model', `CHIP00000002,${SECRET},,b`, 'chip.model-missing'],
    ['no batch', `CHIP00000002,${SECRET},H2, `, 'chip.batch-missing'],
    ['a number given twice', `CHIP00000001,${SECRET},H2,b`, 'chip.repeated'],
    ['a header in the middle', 'chipNo,secretHex,model,batch', 'chip.number-malformed'],
  ])('lets the good lines in beside %s', (_, line, code) => {
    expect(parseChipCsv(`${A}\n${line}\n`)).toEqual({ good: [chip(1, 'CHIP00000001')], bad: [{ line: 2, code }] });
  });

  it('lets a number in although its first line was broken', () => {
    expect(parseChipCsv(`CHIP00000001,x,H2,b\n${A}`)).toEqual({
      good: [chip(2, 'CHIP00000001')],
      bad: [{ line: 1, code: 'chip.secret-malformed' }],
    });
  });

  it('names each line that is not blank once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(A, B, 'x', '', `CHIP00000003,${SECRET},H2,b`)), (lines) => {
        const { good, bad } = parseChipCsv(lines.join('\n'));
        const named = [...good, ...bad].map(({ line }) => line).sort((a, b) => a - b);
        expect(named).toEqual(lines.flatMap((line, i) => (line === '' ? [] : [i + 1])));
        expect(new Set(good.map(({ chipNo }) => chipNo)).size).toBe(good.length);
      }),
    );
  });
});
