import { ROLES } from '../../../src/domain/people/roles';
import { needsSecondFactor } from '../../../src/domain/people/second-factor';

describe('who needs a second factor', () => {
  it('of officials: who decides or inspects for the authority, who sees reporters, who administers; nobody else', () => {
    expect(ROLES.filter((role) => needsSecondFactor('officials', [role])).sort()).toEqual(
      ['admin', 'emergency-command', 'inspector', 'regulator', 'tip-officer'].filter((role) =>
        (ROLES as readonly string[]).includes(role),
      ),
    );
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
