import { isCommonPassword } from '../../../src/platform/auth/common-passwords';
import { believable } from '../../../src/platform/http/forwarded-for';

describe('S18 passwords that guessers try first', () => {
  it.each([
    '12345678', 'password', '        ', 'Password1', 'P@ssw0rd', 'p4ssw0rd123', 'qwertyuiop', '1qaz2wsx', 'abc12345', 'abcd1234',
    '11111111', 'aaaaaaaa', 'abababab', '87654321', '123123123', '19880808', '13800138000', 'admin123', 'Admin@123', 'admin888',
    'woaini1314', 'iloveyou', '1234qwer', 'qwer1234', 'letmein!', 'Welcome2026', 'passwordpassword', 'zhangsan123', '！２３４５６７８',
    'hanan2026', 'hanjie123', '1q2w3e4r', 'asdfghjkl',
  ])('%s is refused', (password) => expect(isCommonPassword(password)).toBe(true)); // prettier-ignore

  it.each([
    'Test-Password-2026',
    'Long-Enough-1',
    'abcd-efgh-jkmn',
    'correct horse battery staple',
    '焊花四溅三尺远',
    'k7f-wq2-m9x',
    '90210-quartz-lamp',
  ])('%s will do', (password) => expect(isCommonPassword(password)).toBe(false));

  it('one’s own name or phone is refused', () => {
    expect(isCommonPassword('Liu.Fang-2026', ['liu.fang'])).toBe(true);
    expect(isCommonPassword('liu.fang', ['liu.fang'])).toBe(true);
    expect(isCommonPassword('Liu.Fang-2026', ['li.fang'])).toBe(false);
  });
});

describe('S20 addresses that proxies vouch for', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8::1, 198.51.100.1', '2001:db8::1, 198.51.100.1'],
    ['198.51.100.1:5678', '198.51.100.1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['<script>, 198.51.100.1', '198.51.100.1'],
    ['198.51.100.9, unknown, 198.51.100.1', '198.51.100.1'],
    ['198.51.100.1, junk', ''],
    ['', ''],
  ])('%s → %s', (header, believed) => expect(believable(header)).toBe(believed));
});
