import type { Instant } from '../../kernel/time';

/** A permit's watch after work, as its record tells it. */
export interface WatchRecord {
  /** `expired`: work was begun, and its time ran out without anybody saying that it was over. */
  readonly state: 'fire_watch' | 'closed' | 'expired';
  /** The regime asks for a watcher on site (small jobs: the occupier may watch). */
  readonly watcherRequired: boolean;
  readonly watchOnAt: Instant | null;
  /** Of an expired permit: until when somebody would have had to stay. Null: no watch was due (an extension took the work over). */
  readonly watchUntil: Instant | null;
  readonly closedAt: Instant | null;
}

export type WatchFault = 'never-begun' | 'never-closed' | 'no-watcher' | 'closed-early';

/**
 * 作业后留守: after hot work somebody stays until the watch is over and says so. `patienceMs` is how long after its end
 * a watch may wait for "no residual fire" before it counts as left. Null: kept, or still time.
 */
export function judgeWatch(watch: WatchRecord, patienceMs: number, at: Instant): WatchFault | null {
  if (watch.watchUntil === null) return null;
  const left = at > watch.watchUntil + patienceMs;
  if (watch.state === 'fire_watch') return left ? 'never-closed' : null;
  if (watch.state === 'expired') return left && watch.watcherRequired ? 'never-begun' : null;
  if (watch.watcherRequired && watch.watchOnAt === null) return 'no-watcher';
  if (watch.closedAt !== null && watch.closedAt < watch.watchUntil) return 'closed-early';
  return null;
}
