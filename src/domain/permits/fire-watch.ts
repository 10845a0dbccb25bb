import { MINUTE, type Instant } from '../../kernel/time';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { missing, type Reason } from './reason';
import type { WatcherFacts } from './snapshot';

/** How long somebody stays after hot work (rule `permit.fire-watch-minutes`): of the minutes that apply to a place the longest. */
export function watchMs({ watchMinutes }: Pick<PermitRules, 'watchMinutes'>, placeKinds: readonly string[]): number {
  const byPlace = placeKinds.map((kind) => watchMinutes.placeKinds?.[kind] ?? 0);
  return Math.max(watchMinutes.base, ...byPlace) * MINUTE;
}

type Watch = Pick<Permit, 'watchOnAt' | 'tappedAt'>;

/** When the watcher has to show presence next; null: nobody is on duty, or taps are not asked for. */
export function nextTapAt({ watchOnAt, tappedAt }: Watch, { taps }: Pick<PermitRules, 'taps'>): Instant | null {
  if (taps === null || watchOnAt === null) return null;
  return Math.max(watchOnAt, tappedAt ?? watchOnAt) + taps.everyMs;
}

/** When work stops because the watcher did not answer and nobody took the place. */
export function patienceEndsAt(watch: Watch, rules: Pick<PermitRules, 'taps'>): Instant | null {
  const next = nextTapAt(watch, rules);
  return next === null || rules.taps === null ? null : next + rules.taps.patienceMs;
}

/** One watcher, one point; not one of the welders; trained, where rule `permit.watcher-training` enforces it. */
export function watcherReasons(
  { watchesNumber, weldsHere, trainingEndsAt }: WatcherFacts,
  { watcherTraining }: Pick<PermitRules, 'watcherTraining'>,
  at: Instant,
): Reason[] {
  const trained = trainingEndsAt !== null && at < trainingEndsAt;
  return [
    ...(watchesNumber === null ? [] : [missing('permit.watcher-elsewhere', { number: watchesNumber })]),
    ...(weldsHere ? [missing('permit.watcher-is-welder')] : []),
    ...(watcherTraining === 'enforce' && !trained ? [missing('permit.watcher-untrained')] : []),
  ];
}

/** The people who may watch, as the permit names them. */
export interface Watching {
  readonly fireWatchId: string | null;
  readonly watchOn: boolean;
  readonly occupierConfirmed: boolean;
}

/** Rule `permit.fire-watch`: a watcher on duty, or where the regime allows it the occupier who confirmed. */
export const someoneWatches = (
  { fireWatchId, watchOn, occupierConfirmed }: Watching,
  { fireWatch }: Pick<PermitRules, 'fireWatch'>,
): boolean =>
  watchOn ||
  (occupierConfirmed &&
    (fireWatch === 'occupier-may' || (fireWatch === 'occupier-agrees' && occupierMustAgree({ fireWatchId }))));

/** Without a watcher who is named the occupier is the one who watches. */
export const occupierMustAgree = ({ fireWatchId }: Pick<Watching, 'fireWatchId'>): boolean => fireWatchId === null;

export const isWatched = (
  { fireWatchId, watchOnAt, occupierConfirmedAt }: Pick<Permit, 'fireWatchId' | 'watchOnAt' | 'occupierConfirmedAt'>,
  rules: Pick<PermitRules, 'fireWatch'>,
): boolean =>
  someoneWatches({ fireWatchId, watchOn: watchOnAt !== null, occupierConfirmed: occupierConfirmedAt !== null }, rules);
