import { ROLES } from '../../../src/domain/people/roles';
import { needsSecondFactor } from '../../../src/domain/people/second-factor';

describe('who needs a second factor', () => {
  it('of officials: who decides or inspects for the authority, who sees reporters, who administers; nobody else', () => {
    const asked = ROLES.filter((role) => needsSecondFactor('officials', [role]));
    expect([...asked].sort()).toEqual(['admin', 'inspector', 'regulator', 'tip-officer']);
  });

  it.each([
    ['nobody', ['admin'], false],
    ['officials', ['welder', 'regulator'], true],
    ['officials', ['welder'], false],
    ['officials', [], false],
    ['everyone', ['welder'], true],
  ] as const)('asked of %s: %j → %s', (policy, roles, expected) => {
    expect(needsSecondFactor(policy, roles)).toBe(expected);
  });
});
