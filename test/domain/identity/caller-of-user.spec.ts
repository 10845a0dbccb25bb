import { scopeOf, type UserFacts } from '../../../src/modules/identity/caller-of-user';
import { maskPhone, normalPhone } from '../../../src/kernel/phone';
import { ROLES } from '../../../src/domain/people/roles';
import { holds, PERMISSIONS, type Permission } from '../../../src/modules/identity/permissions';

const user = (roles: readonly string[], links: Partial<UserFacts> = {}): UserFacts => ({
  id: 'U',
  name: '测试',
  roles,
  regionCode: null,
  enterpriseId: null,
  welderId: null,
  ...links,
});
const all = { regionCode: '411003', enterpriseId: 'E', welderId: 'W' };

describe('whose rows a user sees: the widest that a role gives, and never wider for a missing link', () => {
  it.each<[string, UserFacts, object]>([
    ['an administrator: all', user(['admin'], all), { kind: 'region', regionCode: '' }],
    ['a regulator: the region', user(['regulator'], all), { kind: 'region', regionCode: '411003' }],
    ['a regulator without a region: nothing but themselves', user(['regulator']), { kind: 'person', welderId: null }],
    ['a manager: the enterprise', user(['enterprise-manager'], all), { kind: 'enterprise', enterpriseId: 'E' }],
    ['a manager without an enterprise', user(['enterprise-manager'], { regionCode: '41' }), { kind: 'person' }],
    ['a fire watcher: the enterprise', user(['fire-watcher'], all), { kind: 'enterprise', enterpriseId: 'E' }],
    ['a welder: themselves', user(['welder'], all), { kind: 'person', welderId: 'W' }],
    ['a welder who is also an inspector', user(['welder', 'inspector'], all), { kind: 'region', regionCode: '411003' }],
    [
      'an inspector without a region who is also a manager',
      user(['inspector', 'enterprise-manager'], { enterpriseId: 'E' }),
      { kind: 'enterprise' },
    ],
    ['no role that is known', user(['emperor'], all), { kind: 'person' }],
  ])('%s', (_, facts, scope) => {
    expect(scopeOf(facts)).toMatchObject({ ...scope, userId: 'U' });
  });
});

describe('permissions', () => {
  it('an administrator holds each of them, nobody holds what is not named', () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(holds(['admin'], permission)).toBe(true);
      expect(holds([], permission)).toBe(false);
      expect(holds(['emperor'], permission)).toBe(false);
    }
  });

  it('what opens doors for others is for administrators alone', () => {
    for (const permission of ['user.write', 'rule.write', 'chip.import'] as const)
      expect(ROLES.filter((role) => holds([role], permission))).toEqual(['admin']);
  });

  it('who watches is not who is watched: enterprise roles read no trail and find no violation', () => {
    for (const role of ['enterprise-manager', 'safety-officer', 'enterprise-head', 'welder', 'fire-watcher'])
      for (const permission of ['audit.read', 'change.read', 'violation.write', 'job.stop'] as const)
        expect(holds([role], permission)).toBe(false);
  });
});

describe('a phone as people write it', () => {
  it.each([
    ['13800000000', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['0086 138 0000 0000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['12800000000', null],
    ['1380000000', null],
    ['138000000000', null],
    ['', null],
    ['admin', null],
  ])('%s → %s', (text, phone) => {
    expect(normalPhone(text)).toBe(phone);
  });

  it('is shown with its middle covered', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
  });
});
