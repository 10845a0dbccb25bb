import { dutyShiftFault, nearestOf } from '../../../src/domain/help/duty-shift';
import { DAY } from '../../../src/kernel/time';
import { T0 } from '../authorization/perfect-facts';

describe('a duty on the roster', () => {
  it.each([
    ['from now on for 31 days', T0, T0 + 31 * DAY, null],
    ['begun before', T0 - DAY, T0 + 1, null],
    ['ends when it begins', T0, T0, 'duty.ends-before-start'],
    ['ends now', T0 - DAY, T0, 'duty.over'],
    ['one ms longer than 31 days', T0, T0 + 31 * DAY + 1, 'duty.too-long'],
    ['begins in 400 days', T0 + 400 * DAY, T0 + 401 * DAY, null],
    ['begins one ms later', T0 + 400 * DAY + 1, T0 + 401 * DAY, 'duty.too-far'],
  ])('%s', (_, from, to, fault) => expect(dutyShiftFault({ from, to }, T0)).toBe(fault));

  it('the nearest one around a place answers', () => {
    const of = (regionCode: string) => ({ regionCode });
    expect(nearestOf([of('411003'), of('411003101'), of('4110')])).toEqual(of('411003101'));
    expect(nearestOf([])).toBeNull();
  });
});
