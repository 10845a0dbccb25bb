import { oddText } from '../../../src/domain/registry/odd-text';

describe('F5, F13 a text stored before there was one reader', () => {
  it.each([
    ['serialNumber', 'SN-A1', null],
    ['serialNumber', 'ＳＮ－A1', { because: 'form', suggested: 'SN-A1' }],
    ['serialNumber', 'SN-A1\u200b', { because: 'form', suggested: 'SN-A1' }],
    ['serialNumber', '无', { because: 'filler', suggested: null }],
    ['serialNumber', '0000', { because: 'filler', suggested: null }],
    ['model', '\ufffd\u036b\ufffd', { because: 'unreadable', suggested: null }],
    ['name', '古丽米热•艾比布力', { because: 'form', suggested: '古丽米热·艾比布力' }],
    ['name', '张三丰', null],
  ] as const)('%s %j', (field, stored, expected) => {
    expect(oddText(field, stored)).toEqual(expected);
  });
});
