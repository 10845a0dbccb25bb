import { isWithin } from '../../kernel/region-code';
import {
  AUTHORITY,
  GIVEN_BY_AUTHORITY,
  GIVEN_BY_LEADERS,
  hasRole,
  LEADERS,
  OF_A_REGION,
  OF_AN_ENTERPRISE,
  withoutAdmin,
  type Role,
} from './roles';

/** The roles of a person and where they hold. For people of an enterprise `regionCode` is that of the enterprise. */
export interface Standing {
  readonly roles: readonly string[];
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  /** Signs for an enterprise, and no official has seen who it is. */
  readonly seatWaiting?: boolean;
}

/** Roles that are given at one place: in a region, or in an enterprise that lies in it. */
export interface Offer {
  readonly roles: readonly Role[];
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
}

export type OfferFault =
  'role.two-sides' | 'role.enterprise-needed' | 'role.region-needed' | 'role.not-yours-to-give' | 'role.outside-reach';

const servesRegion = (one: Pick<Standing, 'roles'>): boolean => hasRole(one, ...OF_A_REGION);
const servesEnterprise = (one: Pick<Standing, 'roles'>): boolean => hasRole(one, ...OF_AN_ENTERPRISE);
const isAdmin = (one: Pick<Standing, 'roles'>): boolean => hasRole(one, 'admin');
const decidesForRegion = (one: Pick<Standing, 'roles'>): boolean => hasRole(one, ...withoutAdmin(AUTHORITY));

/** Who supervises a region signs for no enterprise (公务员法 第五十九条): the two are never one account by invitation. */
function shapeFault({ roles, regionCode, enterpriseId }: Offer): OfferFault | null {
  if (servesRegion({ roles }) && servesEnterprise({ roles })) return 'role.two-sides';
  if (servesRegion({ roles }) && !regionCode) return 'role.region-needed';
  const ofEnterprise = servesEnterprise({ roles }) || hasRole({ roles }, 'welder');
  return ofEnterprise && enterpriseId === null ? 'role.enterprise-needed' : null;
}

/** Why somebody may not give these roles at this place; nobody gives more reach than they have. */
export function offerFault(giver: Standing, offer: Offer): OfferFault | null {
  const fault = shapeFault(offer);
  if (fault || isAdmin(giver)) return fault;
  const byRegion = decidesForRegion(giver) && offer.roles.every((role) => GIVEN_BY_AUTHORITY.includes(role));
  const byEnterprise = hasRole(giver, ...LEADERS) && offer.roles.every((role) => GIVEN_BY_LEADERS.includes(role));
  if (byRegion && !!giver.regionCode && isWithin(offer.regionCode ?? '', giver.regionCode)) return null;
  if (byEnterprise && giver.enterpriseId !== null && giver.enterpriseId === offer.enterpriseId) return null;
  return byRegion || byEnterprise ? 'role.outside-reach' : 'role.not-yours-to-give';
}

/**
 * Whether a person may manage an account: an enterprise manages its people, a regulator those in lower regions and the
 * people of enterprises there. A leader whom no official has
 * seen invites people, whose seats wait as theirs does, and manages nobody yet.
 */
export function mayManage(manager: Standing, person: Standing): boolean {
  if (isAdmin(manager)) return true;
  if (isAdmin(person)) return false;
  return managesAsAuthority(manager, person) || managesAsLeader(manager, person);
}

/** A regulator of the same region is a colleague, not somebody below. */
function managesAsAuthority(manager: Standing, person: Standing): boolean {
  if (!decidesForRegion(manager) || !manager.regionCode || !person.regionCode) return false;
  if (!isWithin(person.regionCode, manager.regionCode)) return false;
  return !decidesForRegion(person) || person.regionCode.length > manager.regionCode.length;
}

const managesAsLeader = (manager: Standing, person: Standing): boolean =>
  hasRole(manager, ...LEADERS) &&
  manager.seatWaiting !== true &&
  manager.enterpriseId !== null &&
  manager.enterpriseId === person.enterpriseId &&
  !servesRegion(person);

/** Why the roles of an account may not become these; what is taken away must be somebody's to give, too. */
export function roleChangeFault(manager: Standing, before: Standing, after: readonly Role[]): OfferFault | null {
  if (isAdmin(manager)) return null;
  const { regionCode, enterpriseId } = before;
  const shape = shapeFault({ roles: after.filter((role) => role !== 'welder'), regionCode, enterpriseId });
  if (shape) return shape;
  const changed = [
    ...after.filter((role) => !before.roles.includes(role)),
    ...before.roles.filter((role): role is Role => !(after as readonly string[]).includes(role)),
  ];
  const { roles: _, ...place } = before;
  return changed.map((role) => offerFault(manager, { ...place, roles: [role] })).find((fault) => fault) ?? null;
}

export type AdmissionFault = 'role.two-sides' | 'role.already-held' | 'role.other-enterprise' | 'role.other-region';

/** The account after it has accepted an offer beside its roles, or the reason why it cannot. */
export function admitted(account: Standing, offer: Offer): Standing | AdmissionFault {
  const moves = offer.enterpriseId !== null && offer.enterpriseId !== account.enterpriseId;
  if (moves && account.enterpriseId !== null && servesEnterprise(account)) return 'role.other-enterprise';
  const elsewhere = servesRegion(offer) && servesRegion(account) && offer.regionCode !== account.regionCode;
  if (elsewhere) return 'role.other-region';
  const roles = [...new Set([...account.roles, ...offer.roles])];
  if (servesRegion({ roles }) && servesEnterprise({ roles })) return 'role.two-sides';
  if (roles.length === account.roles.length && !moves) return 'role.already-held';
  const regionCode = servesRegion(account) ? account.regionCode : (offer.regionCode ?? account.regionCode);
  return { roles, regionCode, enterpriseId: offer.enterpriseId ?? account.enterpriseId };
}

/**
 * The roles that an account keeps when its person leaves the enterprise. Null if none is left: the account is then
 * closed.
 */
export function afterLeaving({ roles, regionCode }: Standing): Standing | null {
  const kept = roles.filter((role) => !hasRole({ roles: [role] }, ...OF_AN_ENTERPRISE));
  return kept.length === 0 ? null : { roles: kept, regionCode, enterpriseId: null };
}
