import { hasRole, OF_A_REGION, OF_AN_ENTERPRISE } from '@domain/people/roles';
import type { Role, User } from '@/api/users';

/** What both forms ask: of a new account and of one that is there. */
export interface AccountShape {
  name: string;
  roles: Role[];
  phone: string;
  regionCode: string | undefined;
  enterpriseId: string | undefined;
  welderId: string | undefined;
  trades: User['trades'];
}

export const emptyAccount = (): AccountShape => ({
  name: '',
  roles: [],
  phone: '',
  regionCode: undefined,
  enterpriseId: undefined,
  welderId: undefined,
  trades: [],
});

/** The phone is shown masked and the region by its name: left empty, both stay. */
export const accountOf = ({ name, roles, enterpriseId, welderId, trades }: User): AccountShape => ({
  ...emptyAccount(),
  name,
  roles: [...roles],
  enterpriseId: enterpriseId ?? undefined,
  welderId: welderId ?? undefined,
  trades: [...trades],
});

export const linksOf = (roles: readonly string[]) => ({
  enterprise: hasRole({ roles }, ...OF_AN_ENTERPRISE),
  region: hasRole({ roles }, ...OF_A_REGION),
  welder: hasRole({ roles }, 'welder'),
});
