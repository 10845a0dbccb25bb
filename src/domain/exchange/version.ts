/** What the receiver of a registration knows of it already. */
export interface SeenVersion {
  readonly version: number;
  readonly hash: string;
}

/** `same`: it came before; `stale`: a newer one did; `changed`: another content under a number that was used. */
export type VersionFinding = 'new' | 'same' | 'stale' | 'changed';

/** Registrations come at least once and in any order; the version alone decides. */
export function judgeVersion(seen: SeenVersion | null, offered: SeenVersion): VersionFinding {
  if (seen === null || offered.version > seen.version) return 'new';
  if (offered.version < seen.version) return 'stale';
  return offered.hash === seen.hash ? 'same' : 'changed';
}
