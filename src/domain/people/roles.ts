/** What somebody is to the platform; a person may be several things at once. */
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
  /** Signs for an enterprise (岗位人员), as its `leader` or for its `safety`. Null: holds no seat. */
  readonly seat: 'leader' | 'safety' | null;
  /** May keep a fire watch, and start the job of a welder without a usable phone (代扫). */
  readonly watches: boolean;
  /** Sees machines on the spot, so that its word on what a machine is counts. */
  readonly vouchesForMachines: boolean;
}

const NOTHING = { supervises: null, seat: null, watches: false, vouchesForMachines: false } as const;

/** A role that is added does not compile before it has its line here. */
const TRAITS: Readonly<Record<Role, Traits>> = {
  admin: { ...NOTHING, scope: 'platform', supervises: 'decides', vouchesForMachines: true },
  regulator: { ...NOTHING, scope: 'region', supervises: 'decides', vouchesForMachines: true },
  inspector: { ...NOTHING, scope: 'region', supervises: 'inspects' },
  'tip-officer': { ...NOTHING, scope: 'region' },
  'grid-worker': { ...NOTHING, scope: 'region', supervises: 'grid', vouchesForMachines: true },
  technician: { ...NOTHING, scope: 'region', vouchesForMachines: true },
  trainer: { ...NOTHING, scope: 'region' },
  'enterprise-manager': { ...NOTHING, scope: 'enterprise', seat: 'leader' },
  'safety-officer': { ...NOTHING, scope: 'enterprise', seat: 'safety', watches: true },
  'enterprise-head': { ...NOTHING, scope: 'enterprise', seat: 'leader' },
  'fire-watcher': { ...NOTHING, scope: 'enterprise', watches: true },
  welder: { ...NOTHING, scope: 'person' },
};

const rolesThat = (test: (traits: Traits) => boolean): readonly Role[] => ROLES.filter((role) => test(TRAITS[role]));

/** Whoever decides for the authority: its regulator, and the administrator in the regulator's place. */
export const AUTHORITY = rolesThat(({ supervises }) => supervises === 'decides');
/** The authority and its inspectors. */
export const OFFICIALS = rolesThat(({ supervises }) => supervises === 'decides' || supervises === 'inspects');
/** Officials and grid workers. */
export const SUPERVISORS = rolesThat(({ supervises }) => supervises !== null);
/** Serve a region. Without one they are a person among persons. */
export const OF_A_REGION = rolesThat(({ scope }) => scope === 'region');
export const OF_AN_ENTERPRISE = rolesThat(({ scope }) => scope === 'enterprise');
/** Whoever signs for an enterprise: an official confirms who they are before their word counts. */
export const SEATS = rolesThat(({ seat }) => seat !== null);
export const LEADERS = rolesThat(({ seat }) => seat === 'leader');
export const WATCHERS = rolesThat(({ watches }) => watches);
export const VOUCHERS_FOR_MACHINES = rolesThat(({ vouchesForMachines }) => vouchesForMachines);

export const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** Whether somebody has any of these roles. */
export const hasRole = ({ roles }: { readonly roles: readonly string[] }, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const isAdmin = (person: { readonly roles: readonly string[] }): boolean => hasRole(person, 'admin');
