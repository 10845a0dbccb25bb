import { isTime } from '../../../src/kernel/rfc3339';

describe('F10 a time of the interface', () => {
  it.each([
    ['2026-11-28T08:00:00+08:00', true],
    ['2026-11-28T00:00:00Z', true],
    ['2199-12-31T23:59:59Z', true],
    ['2026-11-28T08:00:00', false],
    ['2026-11-28 08:00:00Z', false],
    ['2026-W48-1', false],
    ['2026-02-30T08:00:00Z', false],
    ['9999-12-31T23:59:59Z', false],
  ])('%s: %s', (text, read) => expect(isTime(text)).toBe(read));
});
