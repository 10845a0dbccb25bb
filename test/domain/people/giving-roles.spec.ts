import {
  admitted,
  afterLeaving,
  mayManage,
  offerFault,
  roleChangeFault,
  type Standing,
} from '../../../src/domain/people/giving-roles';
import type { Role } from '../../../src/domain/people/roles';

const standing = (roles: readonly Role[], regionCode: string | null = null, enterpriseId: string | null = null): Standing => ({
  roles,
  regionCode,
  enterpriseId,
}); // prettier-ignore

const ADMIN = standing(['admin']);
const COUNTY = standing(['regulator'], '411003');
const PLACELESS = standing(['regulator']);
const TOWN = standing(['regulator'], '411003001');
const INSPECTOR = standing(['inspector'], '411003');
const MANAGER = standing(['enterprise-manager'], '411003001', 'firm');
const HEAD = standing(['enterprise-head'], '411003001', 'firm');
const SAFETY = standing(['safety-officer'], '411003001', 'firm');

describe('who may give which role where', () => {
  it.each<[string, Standing, readonly Role[], string | null, string | null, string | null]>([
    ['the administrator gives all', ADMIN, ['admin'], null, null, null],
    ['also a province’s regulator', ADMIN, ['regulator'], '41', null, null],
    ['a regulator a colleague', COUNTY, ['regulator'], '411003', null, null],
    ['a regulator one below', COUNTY, ['regulator', 'inspector'], '411003001', null, null],
    ['not one above', COUNTY, ['regulator'], '4110', null, 'role.outside-reach'],
    ['not next door', COUNTY, ['grid-worker'], '411002', null, 'role.outside-reach'],
    ['a regulator without region nobody', PLACELESS, ['grid-worker'], '411003', null, 'role.outside-reach'],
    ['grid workers, technicians, trainers', COUNTY, ['grid-worker', 'technician', 'trainer', 'tip-officer'], '411003001002', null, null],
    ['leaders of enterprises there', COUNTY, ['enterprise-manager', 'enterprise-head'], '411003001', 'firm', null],
    ['not of enterprises elsewhere', COUNTY, ['enterprise-manager'], '411002001', 'other', 'role.outside-reach'],
    ['not their other people', COUNTY, ['safety-officer'], '411003001', 'firm', 'role.not-yours-to-give'],
    ['never an administrator', COUNTY, ['admin'], '411003', null, 'role.not-yours-to-give'],
    ['an inspector nobody', INSPECTOR, ['grid-worker'], '411003', null, 'role.not-yours-to-give'],
    ['a manager the firm’s people', MANAGER, ['safety-officer', 'fire-watcher', 'enterprise-manager', 'enterprise-head'], '411003001', 'firm', null],
    ['a head, too', HEAD, ['safety-officer'], '411003001', 'firm', null],
    ['and its welders', MANAGER, ['welder'], '411003001', 'firm', null],
    ['not of another firm', MANAGER, ['safety-officer'], '411003001', 'other', 'role.outside-reach'],
    ['no official', MANAGER, ['grid-worker'], '411003001', null, 'role.not-yours-to-give'],
    ['a safety officer nobody', SAFETY, ['fire-watcher'], '411003001', 'firm', 'role.not-yours-to-give'],
    ['no official who signs', ADMIN, ['grid-worker', 'safety-officer'], '411003001', 'firm', 'role.two-sides'],
    ['no official without region', ADMIN, ['grid-worker'], null, null, 'role.region-needed'],
    ['no seat without enterprise', ADMIN, ['safety-officer'], '411003', null, 'role.enterprise-needed'],
  ])('%s', (_, giver, roles, regionCode, enterpriseId, expected) =>
    expect(offerFault(giver, { roles, regionCode, enterpriseId })).toBe(expected)); // prettier-ignore
});

describe('whose account somebody looks after', () => {
  it.each<[string, Standing, Standing, boolean]>([
    ['the administrator all', ADMIN, COUNTY, true],
    ['a regulator an inspector of the same region', COUNTY, INSPECTOR, true],
    ['a regulator one below', COUNTY, TOWN, true],
    ['not a colleague of the same region', COUNTY, COUNTY, false],
    ['not one above', TOWN, COUNTY, false],
    ['no administrator', COUNTY, standing(['admin'], '411003'), false],
    ['people of the enterprises there', COUNTY, SAFETY, true],
    ['a manager the firm’s people', MANAGER, HEAD, true],
    ['not those of another firm', MANAGER, standing(['safety-officer'], '411003001', 'other'), false],
    ['not an official who belongs to the firm', MANAGER, standing(['grid-worker'], '411003001', 'firm'), false],
    ['a safety officer nobody', SAFETY, MANAGER, false],
    ['an inspector nobody', INSPECTOR, MANAGER, false],
    ['a manager without firm nobody', standing(['enterprise-manager']), standing(['welder']), false],
  ])('%s', (_, manager, person, expected) => expect(mayManage(manager, person)).toBe(expected));

  it.each<[string, Standing, Standing, readonly Role[], string | null]>([
    ['a manager adds a duty', MANAGER, SAFETY, ['safety-officer', 'fire-watcher'], null],
    ['and takes one away', MANAGER, standing(['safety-officer', 'fire-watcher'], '411003001', 'firm'), ['fire-watcher'], null],
    ['a regulator takes no safety officer away', COUNTY, standing(['safety-officer', 'enterprise-head'], '411003001', 'firm'), ['enterprise-head'], 'role.not-yours-to-give'],
    ['no official is made of the firm’s people', MANAGER, SAFETY, ['safety-officer', 'grid-worker'], 'role.two-sides'],
    ['a regulator raises an inspector', COUNTY, INSPECTOR, ['regulator', 'inspector'], null],
  ])('%s', (_, manager, before, after, expected) => expect(roleChangeFault(manager, before, after)).toBe(expected)); // prettier-ignore
});

describe('what an account becomes that takes up an offer', () => {
  const offer = (roles: readonly Role[], regionCode: string | null, enterpriseId: string | null) => ({ roles, regionCode, enterpriseId }); // prettier-ignore
  const WELDER = standing(['welder'], '411003', 'first');

  it.each<[string, Standing, ReturnType<typeof offer>, Standing | string]>([
    ['a welder becomes a safety officer elsewhere', WELDER, offer(['safety-officer'], '411002', 'second'), standing(['welder', 'safety-officer'], '411002', 'second')],
    ['an officer gets a second duty', SAFETY, offer(['enterprise-head'], '411003001', 'firm'), standing(['safety-officer', 'enterprise-head'], '411003001', 'firm')],
    ['not in a second enterprise', SAFETY, offer(['safety-officer'], '411002', 'second'), 'role.other-enterprise'],
    ['not twice', SAFETY, offer(['safety-officer'], '411003001', 'firm'), 'role.already-held'],
    ['an official stays in the region', INSPECTOR, offer(['grid-worker'], '411003001', null), 'role.other-region'],
    ['a second trade of the same region', INSPECTOR, offer(['grid-worker'], '411003', null), standing(['inspector', 'grid-worker'], '411003')],
    ['an official signs for nobody', INSPECTOR, offer(['enterprise-manager'], '411003001', 'firm'), 'role.two-sides'],
    ['who signs becomes no official', MANAGER, offer(['grid-worker'], '411003001', null), 'role.two-sides'],
  ])('%s', (_, account, offered, expected) => expect(admitted(account, offered)).toEqual(expected)); // prettier-ignore

  it('who leaves keeps what is no duty of the enterprise', () => {
    expect(afterLeaving(standing(['welder', 'safety-officer'], '411003', 'firm'))).toEqual(
      standing(['welder'], '411003'),
    );
    expect(afterLeaving(MANAGER)).toBeNull();
  });
});
