import { isChipNumber } from '../../../src/domain/registry/numbers/chip-number';
import { maskCertificateNumber, maskIdNumber } from '../../../src/domain/registry/numbers/mask';
import { maskPhone } from '../../../src/kernel/phone';

describe('personal numbers are shown masked', () => {
  it.each([
    ['identity number', maskIdNumber('410101199001011234'), '4101**********1234'],
    ['identity number with X', maskIdNumber('11010519491231002X'), '1101**********002X'],
    ['mobile phone', maskPhone('13812345678'), '138****5678'],
    ['fixed line', maskPhone('3712345'), '****2345'],
    ['fixed line with area', maskPhone('03743712345'), '037****2345'],
    ['特种作业操作证', maskCertificateNumber('T11010519491231002X'), 'T1101**********002X'],
    ['construction card', maskCertificateNumber('豫A042020000001'), '豫A****01'],
  ])('%s', (_, shown, expected) => expect(shown).toBe(expected));
});

describe('a chip number is an MQTT client id', () => {
  it.each([
    ['twelve signs', 'A'.repeat(12), true],
    ['twenty signs', '9'.repeat(20), true],
    ['an IMEI', '867530900000001', true],
    ['eleven signs', 'A'.repeat(11), false],
    ['twenty-one signs', 'A'.repeat(21), false],
    ['small letters', 'abcdefghijkl', false],
    ['a slash', 'ABCDEFGHIJK/', false],
    ['a line break at the end', `${'A'.repeat(12)}\n`, false],
  ])('%s', (_, text, expected) => expect(isChipNumber(text)).toBe(expected));
});
