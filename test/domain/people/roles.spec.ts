import {
  AUTHORITY,
  hasRole,
  isRole,
  LEADERS,
  OF_A_REGION,
  OF_AN_ENTERPRISE,
  OFFICIALS,
  ROLES,
  SEATS,
  SUPERVISORS,
  WATCHERS,
  withoutAdmin,
} from '../../../src/domain/people/roles';
import { roleNames } from '../../../src/domain/people/words';

describe('what a role is', () => {
  it.each([
    ['the authority decides', AUTHORITY, ['admin', 'regulator']],
    ['officials', OFFICIALS, ['admin', 'regulator', 'inspector']],
    ['supervisors, the nearest last', SUPERVISORS, ['admin', 'regulator', 'inspector', 'grid-worker']],
    ['serve a region', OF_A_REGION, ['regulator', 'inspector', 'tip-officer', 'grid-worker', 'technician', 'trainer']],
    ['belong to an enterprise', OF_AN_ENTERPRISE, ['enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher']],
    ['hold a seat', SEATS, ['enterprise-manager', 'safety-officer', 'enterprise-head']],
    ['lead an enterprise, the head first', LEADERS, ['enterprise-head', 'enterprise-manager']],
    ['may watch a fire', WATCHERS, ['safety-officer', 'fire-watcher']],
    ['without the administrator', withoutAdmin(AUTHORITY), ['regulator']],
  ] as const)('%s', (_, found, expected) => expect(found).toEqual(expected)); // prettier-ignore

  it.each([
    [['welder', 'safety-officer'], true],
    [['welder'], false],
    [[], false],
  ])('%j holds a seat: %s', (roles, expected) => expect(hasRole({ roles }, ...SEATS)).toBe(expected));

  it('a name that is mistyped is no role', () => {
    expect(ROLES.every(isRole)).toBe(true);
    expect(isRole('grid-woker')).toBe(false);
  });
});

describe('duties in a sentence', () => {
  it('any of them, without a capital', () =>
    expect(roleNames(['enterprise-head', 'safety-officer'])).toEqual({
      rolesZh: '单位负责人或安全员',
      rolesEn: 'head of the enterprise or safety officer',
    }));

  it('a role that is known no more is told by its code', () =>
    expect(roleNames(['foreman'])).toEqual({ rolesZh: 'foreman', rolesEn: 'foreman' }));
});
