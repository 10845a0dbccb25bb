import {
  ACCOUNT_PATIENCE,
  ADDRESS_PATIENCE,
  delayedUntil,
  oneMore,
  type Failures,
} from '../../../src/modules/identity/login-delay';
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const AT = Date.parse('2026-11-24T08:00:00Z');
const failed = (count: number): Failures => ({ count, lastAt: AT });

describe('the wait after failed attempts', () => {
  it.each([
    ['no failure', null, 0],
    ['the 4th', failed(4), 0],
    ['the 5th', failed(5), SECOND],
    ['the 6th', failed(6), 2 * SECOND],
    ['the 10th', failed(10), 32 * SECOND],
    ['the 14th', failed(14), 512 * SECOND],
    ['the 15th', failed(15), 15 * MINUTE],
    ['the 1000th', failed(1_000), 15 * MINUTE],
  ])('of an account: %s', (_, failures, wait) => {
    expect(delayedUntil(failures, ACCOUNT_PATIENCE)).toBe(wait === 0 ? 0 : AT + wait);
  });

  it('of an address: an office may mistype thirty times', () => {
    expect(delayedUntil(failed(30), ADDRESS_PATIENCE)).toBe(0);
    expect(delayedUntil(failed(31), ADDRESS_PATIENCE)).toBe(AT + SECOND);
  });
});

describe('failures are forgotten after a quiet hour', () => {
  it.each([
    ['a millisecond before', HOUR - 1, 8],
    ['at the hour', HOUR, 1],
    ['a millisecond after', HOUR + 1, 1],
  ])('%s', (_, later, count) => {
    expect(oneMore(failed(7), AT + later)).toEqual({ count, lastAt: AT + later });
  });

  it('the first one counts one', () => {
    expect(oneMore(null, AT)).toEqual({ count: 1, lastAt: AT });
  });
});
