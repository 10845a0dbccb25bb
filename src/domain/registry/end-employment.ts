import { hasRole, LEADERS, OFFICIALS } from '../people/roles';

interface Ending {
  readonly welderId: string;
  readonly enterpriseId: string;
  /** The caller's region holds the welder or the enterprise. */
  readonly inReach: boolean;
}

interface Who {
  readonly roles: readonly string[];
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
}

/** Who may say that a welder works for an enterprise no more: the welder, who leads the enterprise, an official in charge. */
export const mayEndEmployment = (who: Who, { welderId, enterpriseId, inReach }: Ending): boolean =>
  who.welderId === welderId ||
  (who.enterpriseId === enterpriseId && hasRole(who, ...LEADERS)) ||
  (inReach && hasRole(who, ...OFFICIALS));
