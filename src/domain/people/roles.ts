/**
 * The role of an account (角色, 岗位). A person may have several. Which permission (权限) a role gives is said in
 * `modules/identity/permissions.ts`. To add one: docs/change.md, 3.
 */
export const ROLES = [
  'admin', 'regulator', 'inspector', 'tip-officer', 'grid-worker', 'technician', 'trainer',
  'enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher', 'welder',
] as const; // prettier-ignore
export type Role = (typeof ROLES)[number];

interface Traits {
  /** Whose rows it shows: the whole platform's, a region's, an enterprise's, or the holder's own. */
  readonly scope: 'platform' | 'region' | 'enterprise' | 'person';
  /** An official `decides` for the authority or `inspects` for it; a grid worker looks after a `grid`. Null: no supervisor. */
  readonly supervises: 'decides' | 'inspects' | 'grid' | null;
  /** What it signs as for an enterprise (岗位人员). Null: it holds no seat. */
  readonly seat: 'head' | 'manager' | 'safety' | null;
  /** May keep a fire watch, and start the job of a welder without a usable phone (代扫). */
  readonly watches: boolean;
}

const NOTHING = { supervises: null, seat: null, watches: false } as const;

/** A role that is added does not compile before it has its line here. */
const TRAITS: Readonly<Record<Role, Traits>> = {
  admin: { ...NOTHING, scope: 'platform', supervises: 'decides' },
  regulator: { ...NOTHING, scope: 'region', supervises: 'decides' },
  inspector: { ...NOTHING, scope: 'region', supervises: 'inspects' },
  'tip-officer': { ...NOTHING, scope: 'region' },
  'grid-worker': { ...NOTHING, scope: 'region', supervises: 'grid' },
  technician: { ...NOTHING, scope: 'region' },
  trainer: { ...NOTHING, scope: 'region' },
  'enterprise-manager': { ...NOTHING, scope: 'enterprise', seat: 'manager' },
  'safety-officer': { ...NOTHING, scope: 'enterprise', seat: 'safety', watches: true },
  'enterprise-head': { ...NOTHING, scope: 'enterprise', seat: 'head' },
  'fire-watcher': { ...NOTHING, scope: 'enterprise', watches: true },
  welder: { ...NOTHING, scope: 'person' },
};

const rolesThat = (test: (traits: Traits) => boolean): readonly Role[] => ROLES.filter((role) => test(TRAITS[role]));

export const withoutAdmin = (roles: readonly Role[]): readonly Role[] => roles.filter((role) => role !== 'admin');

/** Who decides for the authority: its regulator, and the administrator in the regulator's place. */
export const AUTHORITY = rolesThat(({ supervises }) => supervises === 'decides');
/** The authority and its inspectors. */
export const OFFICIALS = rolesThat(({ supervises }) => supervises === 'decides' || supervises === 'inspects');
/** Officials and grid workers, the nearest to a place last. */
export const SUPERVISORS = rolesThat(({ supervises }) => supervises !== null);
/** Serve a region. Without one they are a person among persons. */
export const OF_A_REGION = rolesThat(({ scope }) => scope === 'region');
export const OF_AN_ENTERPRISE = rolesThat(({ scope }) => scope === 'enterprise');
/** Who signs for an enterprise: an official confirms the person before a signature counts. */
export const SEATS = rolesThat(({ seat }) => seat !== null);
/** Who leads an enterprise, the head first. */
export const LEADERS = [
  ...rolesThat(({ seat }) => seat === 'head'),
  ...rolesThat(({ seat }) => seat === 'manager'),
] as const;
export const WATCHERS = rolesThat(({ watches }) => watches);

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** Whether somebody has any of these roles. */
export const hasRole = ({ roles }: { readonly roles: readonly string[] }, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
