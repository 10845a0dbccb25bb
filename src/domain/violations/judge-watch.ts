import type { Instant } from '../../kernel/time';

/** A permit's watch after work, as its record tells it. */
export interface WatchRecord {
  readonly state: 'fire_watch' | 'closed';
  /** The regime asks for a watcher on site (small jobs: the occupier may watch). */
  readonly watcherRequired: boolean;
  readonly watchOnAt: Instant | null;
  readonly watchUntil: Instant | null;
  readonly closedAt: Instant | null;
}

export type WatchFault = 'never-closed' | 'no-watcher' | 'closed-early';

/**
 * 作业后留守: after hot work somebody stays until the watch is over and says so. `patienceMs` is how long after its end
 * a watch may wait for "no residual fire" before it counts as left. Null: kept, or still time.
 */
export function judgeWatch(watch: WatchRecord, patienceMs: number, at: Instant): WatchFault | null {
  if (watch.state === 'fire_watch')
    return watch.watchUntil !== null && at > watch.watchUntil + patienceMs ? 'never-closed' : null;
  if (watch.watcherRequired && watch.watchOnAt === null) return 'no-watcher';
  if (watch.watchUntil !== null && watch.closedAt !== null && watch.closedAt < watch.watchUntil) return 'closed-early';
  return null;
}
