import type { Role, User } from '@/api/users';

const ENTERPRISE_ROLES: readonly string[] = ['enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher'];
const OFFICIAL_ROLES: readonly string[] = [
  'regulator',
  'inspector',
  'tip-officer',
  'grid-worker',
  'technician',
  'trainer',
];

/** What both forms ask: of a new account and of one that is there. */
export interface AccountShape {
  name: string;
  roles: Role[];
  phone: string;
  regionCode: string | undefined;
  enterpriseId: string | undefined;
  welderId: string | undefined;
}

export const emptyAccount = (): AccountShape => ({
  name: '',
  roles: [],
  phone: '',
  regionCode: undefined,
  enterpriseId: undefined,
  welderId: undefined,
});

/** The phone is shown masked and the region by its name: left empty, both stay. */
export const accountOf = ({ name, roles, enterpriseId, welderId }: User): AccountShape => ({
  ...emptyAccount(),
  name,
  roles: [...roles],
  enterpriseId: enterpriseId ?? undefined,
  welderId: welderId ?? undefined,
});

export const linksOf = (roles: readonly string[]) => ({
  enterprise: roles.some((role) => ENTERPRISE_ROLES.includes(role)),
  region: roles.some((role) => OFFICIAL_ROLES.includes(role)),
  welder: roles.includes('welder'),
});
