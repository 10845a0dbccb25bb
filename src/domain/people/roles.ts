interface Traits {
  /** The rows that the role shows: of the whole platform, a region, an enterprise, or the holder alone. */
  readonly scope: 'platform' | 'region' | 'enterprise' | 'person';
  /** An official `decides` for the authority or `inspects` for it; a grid worker looks after a `grid`. Others supervise nobody. */
  readonly supervises?: 'decides' | 'inspects' | 'grid';
  /** What it signs as for an enterprise (岗位人员). Others hold no seat. */
  readonly seat?: 'head' | 'manager' | 'safety';
  /** May keep a fire watch, and start the job of a welder without a usable phone (代扫). */
  readonly watches?: true;
  /** Who beside the administrator may give it: the authority of a region, or who leads an enterprise. */
  readonly givenBy?: readonly Giver[];
}

type Giver = 'authority' | 'leader';

/**
 * The role of an account (角色, 岗位; RBAC). A person may have several. Which permission (权限) a role gives is said in
 * `modules/identity/permissions.ts`. To add one: docs/change.md, 3.
 */
const TRAITS = {
  admin: { scope: 'platform', supervises: 'decides' },
  regulator: { scope: 'region', supervises: 'decides', givenBy: ['authority'] },
  inspector: { scope: 'region', supervises: 'inspects', givenBy: ['authority'] },
  'tip-officer': { scope: 'region', givenBy: ['authority'] },
  'grid-worker': { scope: 'region', supervises: 'grid', givenBy: ['authority'] },
  technician: { scope: 'region', givenBy: ['authority'] },
  trainer: { scope: 'region', givenBy: ['authority'] },
  'enterprise-manager': { scope: 'enterprise', seat: 'manager', givenBy: ['authority', 'leader'] },
  'safety-officer': { scope: 'enterprise', seat: 'safety', watches: true, givenBy: ['leader'] },
  'enterprise-head': { scope: 'enterprise', seat: 'head', givenBy: ['authority', 'leader'] },
  'fire-watcher': { scope: 'enterprise', watches: true, givenBy: ['leader'] },
  welder: { scope: 'person', givenBy: ['leader'] },
} as const satisfies Readonly<Record<string, Traits>>;

export type Role = keyof typeof TRAITS;
export const ROLES = Object.keys(TRAITS) as readonly Role[];

const rolesThat = (test: (traits: Traits) => boolean): readonly Role[] => ROLES.filter((role) => test(TRAITS[role]));

export const withoutAdmin = (roles: readonly Role[]): readonly Role[] => roles.filter((role) => role !== 'admin');

/** Who decides for the authority: its regulator, and the administrator in the regulator's place. */
export const AUTHORITY = rolesThat(({ supervises }) => supervises === 'decides');
/** The authority and its inspectors. */
export const OFFICIALS = rolesThat(({ supervises }) => supervises === 'decides' || supervises === 'inspects');
/** Officials and grid workers, the nearest to a place last. */
export const SUPERVISORS = rolesThat(({ supervises }) => supervises !== undefined);
/** Who goes and looks for the authority: inspectors and grid workers. */
export const ON_THE_GROUND = rolesThat(({ supervises }) => supervises === 'inspects' || supervises === 'grid');
/** Serve a region. Without one they are a person among persons. */
export const OF_A_REGION = rolesThat(({ scope }) => scope === 'region');
export const OF_AN_ENTERPRISE = rolesThat(({ scope }) => scope === 'enterprise');
/** Who signs for an enterprise: an official confirms the person before a signature counts. */
export const SEATS = rolesThat(({ seat }) => seat !== undefined);
/** Who sees to the safety work of an enterprise from day to day, and is told what waits for it. */
export const SEES_TO_SAFETY = rolesThat((traits) => 'seat' in traits && traits.seat !== 'head');
/** The roles that lead an enterprise, the head first. */
export const LEADERS = [
  ...rolesThat(({ seat }) => seat === 'head'),
  ...rolesThat(({ seat }) => seat === 'manager'),
] as const;
/** The roles that a chain of approval may ask to sign: seats for their enterprise, the grid worker for the region. */
export const SIGNERS = [...SEATS, ...rolesThat(({ supervises }) => supervises === 'grid')];
/** Without the administrator, who gives any. */
export const GIVEN_BY_AUTHORITY = rolesThat(({ givenBy }) => givenBy?.includes('authority') === true);
export const GIVEN_BY_LEADERS = rolesThat(({ givenBy }) => givenBy?.includes('leader') === true);
export const WATCHERS = rolesThat(({ watches }) => watches === true);

export const isRole = (name: string): name is Role => Object.hasOwn(TRAITS, name);

/** Whether somebody has any of these roles. */
export const hasRole = ({ roles }: { readonly roles: readonly string[] }, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
