import type { Instant } from '../../kernel/time';
import { CLOCK_TOLERANCE_MS } from '../arcs/boot-clock';
import type { ChipObservation } from '../arcs/arc';
import type { EndReason, JobSource } from './job';

interface ObservedJob {
  readonly boot: number | null;
  readonly source: JobSource;
  readonly runningAt: Instant | null;
}

/**
 * Ends a job at once when its chip reports that it lost power, was opened, or opened its relay by itself. An online job
 * began with the chip's answer. A message about the relay from just before may carry a later time, because the chip's
 * clock may be off by the tolerance.
 */
export function observedEnding(job: ObservedJob, seen: ChipObservation): EndReason | null {
  if (job.boot !== null && seen.boot > job.boot) return 'chip-restarted';
  const { runningAt } = job;
  if (runningAt !== null && seen.startedAnewAt !== null && seen.startedAnewAt > runningAt) return 'chip-restarted';
  if (seen.tamperOpened) return 'tamper';
  if (seen.relay !== 'open' || runningAt === null) return null;
  if (job.source === 'offline') return seen.at > runningAt ? 'finished' : null;
  return seen.at > runningAt + CLOCK_TOLERANCE_MS ? 'chip-opened' : null;
}
