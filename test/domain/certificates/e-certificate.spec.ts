import { matchScan, readECertificate } from '../../../src/domain/certificates/e-certificate';
import { hideNumbers } from '../../../src/domain/certificates/hide-numbers';
import { identityChecksum } from '../../../src/domain/registry/numbers/identity-number';

const HOSTS = ['cx.mem.gov.cn'];
const numbered = (body: string): string => `T${body}${identityChecksum(body)}`;
const NUMBER = numbered('41100319900101123');
const OTHER = numbered('41100319910101123');
const WRONG = `${NUMBER.slice(0, -1)}${NUMBER.endsWith('1') ? '2' : '1'}`;
const isNumber = (name: string | null = null) => ({ kind: 'number', number: NUMBER, name });
const unknown = { kind: 'unknown' };

describe('what the QR code of an e-certificate says', () => {
  it.each<[string, string, object]>([
    ['the number alone', NUMBER, isNumber()],
    ['in small letters and full width', `ｔ${NUMBER.slice(1).toLowerCase()}`.normalize('NFKC'), isNumber()],
    ['lines of a card', `姓名：张三\n证号：${NUMBER}\n准操项目：熔化焊接与热切割作业`, isNumber('张三')],
    ['the number twice', `${NUMBER} ${NUMBER}`, isNumber()],
    ['an address of the lookup with the number', `https://cx.mem.gov.cn/cert?no=${NUMBER}`, isNumber()],
    ['the number after the hash', `https://cx.mem.gov.cn/#/card/${NUMBER}`, isNumber()],
    ['an encoded number', `https://cx.mem.gov.cn/?q=%54${NUMBER.slice(1)}`, isNumber()],
    [
      'an address of the lookup with a token',
      'https://cx.mem.gov.cn/e/8f3kq0',
      { kind: 'address', host: 'cx.mem.gov.cn' },
    ],
    ['another host with the number', `https://cx.mem.gov.cn.example.com/?no=${NUMBER}`, unknown],
    ['the host as a user name', `https://cx.mem.gov.cn@example.com/?no=${NUMBER}`, unknown],
    ['a user name before the right host', `https://a@cx.mem.gov.cn/?no=${NUMBER}`, unknown],
    ['a host that only ends alike', `https://fakecx.mem.gov.cn/?no=${NUMBER}`, unknown],
    ['no web address', `weixin://cx.mem.gov.cn/${NUMBER}`, unknown],
    ['an address that cannot be read', `https://[cx.mem.gov.cn/${NUMBER}`, unknown],
    ['a broken encoding', `https://cx.mem.gov.cn/?q=%E0%A4%A&no=${NUMBER}`, { kind: 'address', host: 'cx.mem.gov.cn' }],
    ['two people', `${NUMBER} ${OTHER}`, unknown],
    ['a wrong check sign', WRONG, unknown],
    ['inside a longer number', `${NUMBER}7`, unknown],
    ['an identity number without T', NUMBER.slice(1), unknown],
    ['anything else', '你好', unknown],
    ['nothing', '', unknown],
  ])('%s', (_, text, expected) => {
    expect(readECertificate(text, HOSTS)).toEqual(expected);
  });

  it.each<[string, string, string | null, string]>([
    ['the same number and name', NUMBER, '张三', 'same'],
    ['the same number, no name', NUMBER, null, 'same'],
    ['another name', NUMBER, '李四', 'other-name'],
    ['another number', OTHER, '张三', 'other-number'],
  ])('%s', (_, number, name, expected) => {
    expect(matchScan({ number, name }, { number: NUMBER, holder: '张三' })).toBe(expected);
  });

  it('is shown without its numbers', () => {
    expect(hideNumbers(`姓名：张三 证号：${NUMBER} 有效期 2030-01-01`)).toBe(
      `姓名：张三 证号：${NUMBER.slice(0, 5)}****${NUMBER.slice(-2)} 有效期 2030-01-01`,
    );
  });
});
