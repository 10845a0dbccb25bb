import { SECOND } from '../../kernel/time';
import { SAMPLE_INTERVAL_MS } from '../jobs/chip-silence';
import { byUp, reachesBackTo, type ArcEnd, type ArcEvidence, type ArcSample, type ArcShape } from './arc-evidence';

/** A shorter pause is the same arc: an electrode that sticks, a torch that spits. */
export const MERGE_MS = 2 * SECOND;

/** Missing messages are presumed to continue a burning arc for three sampling intervals, but never longer than this. */
export const BRIDGE_MS = 180 * SECOND;

/** Samples and events round differently; less unexplained arc than this is no arc of its own. */
const SLACK_MS = SECOND;

const sameJob = (arc: ArcShape, jobId: string | null): boolean =>
  arc.jobId === null || jobId === null || arc.jobId === jobId;

const bridge = (sampleMs: number): number => Math.max(MERGE_MS, Math.min(3 * sampleMs, BRIDGE_MS));

/**
 * Continues a list of arcs of one chip, boot and outlet with further evidence. The result depends on what was said, not on
 * the order or the portions it arrived in: building all at once or one piece after the other gives the same arcs,
 * as long as the pieces come in the order of `up` (the store folds again from before a late one, see arc-window.ts).
 * Only the last arc of a list can change, and it is the only one that can still burn.
 */
export const buildArcs = (before: readonly ArcShape[], evidence: readonly ArcEvidence[]): ArcShape[] =>
  [...evidence].sort(byUp).reduce<ArcShape[]>(take, [...before]);

function take(arcs: ArcShape[], e: ArcEvidence): ArcShape[] {
  if (e.kind === 'sample') return e.arcMs > 0 ? onBurning(arcs, e) : onQuiet(arcs, e);
  return e.kind === 'start' ? onStart(arcs, e) : onStop(arcs, e);
}

function onStart(arcs: ArcShape[], e: ArcEnd): ArcShape[] {
  const last = arcs.at(-1);
  const pause = last ? e.up - last.lastUp : Infinity;
  const continues = last && sameJob(last, e.jobId) && (pause <= MERGE_MS || (last.fromEvents && !last.ended));
  if (continues) return replaceLast(arcs, seen({ ...last, ended: false, fromEvents: true }, e));
  return append(arcs, startedBy(e));
}

/** An end names no job: power may fail under several. */
function onStop(arcs: ArcShape[], e: ArcEnd): ArcShape[] {
  const last = arcs.at(-1);
  if (!last || last.ended) return arcs;
  const tooLate = !last.fromEvents && e.up - last.lastUp > bridge(last.sampleMs);
  return replaceLast(arcs, { ...(tooLate ? last : seen(last, { ...e, jobId: null })), ended: true });
}

/** An interval without any arc ends an arc whose stop was not received. The arc ends where it was last seen. */
function onQuiet(arcs: ArcShape[], e: ArcSample): ArcShape[] {
  const last = arcs.at(-1);
  return last && reachesBackTo(e) >= last.lastUp ? closeLast(arcs) : arcs;
}

function onBurning(arcs: ArcShape[], e: ArcSample): ArcShape[] {
  const last = arcs.at(-1);
  if (!last) return [startedIn(e, e.arcMs)];
  const goesOn = !last.ended && sameJob(last, e.jobId) && reachesBackTo(e) - last.lastUp <= bridge(e.ms);
  return goesOn ? replaceLast(arcs, sampled(seen(last, e), e)) : afterAnEnd(arcs, last, e);
}

/** Arc time of the interval that its ended arcs do not explain. It counts as burned after the last of them. */
function afterAnEnd(arcs: ArcShape[], last: ArcShape, e: ArcSample): ArcShape[] {
  const touches = last.lastUp > reachesBackTo(e);
  const rest = Math.min(e.arcMs - explained(arcs, e), e.up - last.lastUp);
  const accounted = touches ? replaceLast(arcs, { ...last, peakA: Math.max(last.peakA, e.peakA) }) : arcs;
  if (touches && rest <= SLACK_MS) return accounted;
  const next = startedIn(e, rest);
  const joins = next.startUp - last.lastUp <= MERGE_MS && sameJob(last, e.jobId);
  return joins ? replaceLast(arcs, sampled(seen({ ...last, ended: false }, e), e)) : append(accounted, next);
}

const explained = (arcs: readonly ArcShape[], e: ArcSample): number =>
  arcs.reduce((sum, arc) => sum + Math.max(0, arc.lastUp - Math.max(arc.startUp, reachesBackTo(e))), 0);

const replaceLast = (arcs: readonly ArcShape[], last: ArcShape): ArcShape[] => [...arcs.slice(0, -1), last];

/** A new arc ends the one before; one without any length gives way to the arc that begins in the same millisecond. */
const append = (arcs: ArcShape[], next: ArcShape): ArcShape[] =>
  arcs.at(-1)?.startUp === next.startUp ? replaceLast(arcs, next) : [...closeLast(arcs), next];

function closeLast(arcs: ArcShape[]): ArcShape[] {
  const last = arcs.at(-1);
  return last && !last.ended ? replaceLast(arcs, { ...last, ended: true }) : arcs;
}

const startedBy = (e: ArcEnd): ArcShape => ({
  startUp: e.up,
  lastUp: e.up,
  ended: false,
  startedAt: e.at,
  lastSeenAt: e.at,
  arcMs: 0,
  peakA: 0,
  jobId: e.jobId,
  sampleMs: SAMPLE_INTERVAL_MS,
  fromEvents: true,
});

/** An arc known from samples alone is laid at the end of its first interval, where it is still burning. */
const startedIn = (e: ArcSample, arcMs: number): ArcShape => ({
  startUp: e.up - arcMs,
  lastUp: e.up,
  ended: false,
  startedAt: e.at - arcMs,
  lastSeenAt: e.at,
  arcMs,
  peakA: e.peakA,
  jobId: e.jobId,
  sampleMs: e.ms,
  fromEvents: false,
});

/** Moves the last sight of an arc forward; with events at its ends its length is exact. */
function seen(arc: ArcShape, e: ArcEvidence): ArcShape {
  const lastUp = Math.max(arc.lastUp, e.up);
  return {
    ...arc,
    lastUp,
    lastSeenAt: Math.max(arc.startedAt, e.up >= arc.lastUp ? e.at : arc.lastSeenAt),
    arcMs: arc.fromEvents ? lastUp - arc.startUp : arc.arcMs,
    jobId: arc.jobId ?? e.jobId,
  };
}

const sampled = (arc: ArcShape, e: ArcSample): ArcShape => ({
  ...arc,
  arcMs: arc.fromEvents ? arc.arcMs : arc.arcMs + e.arcMs,
  peakA: Math.max(arc.peakA, e.peakA),
  sampleMs: arc.fromEvents ? Math.min(e.ms, SAMPLE_INTERVAL_MS) : Math.max(arc.sampleMs, e.ms),
});
