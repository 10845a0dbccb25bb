import type { Instant } from '../../kernel/time';
import type { ChipObservation } from '../arcs/arc';
import type { EndReason, JobSource } from './job';

interface ObservedJob {
  readonly boot: number | null;
  readonly source: JobSource;
  readonly runningAt: Instant | null;
}

/** What a chip's own message ends at once: it lost power, was opened, or closed a job it had begun by itself. */
export function observedEnding(job: ObservedJob, seen: ChipObservation): EndReason | null {
  if (job.boot !== null && seen.boot > job.boot) return 'chip-restarted';
  if (seen.tamperOpened) return 'tamper';
  const later = job.runningAt !== null && seen.at > job.runningAt;
  return job.source === 'offline' && seen.relay === 'open' && later ? 'finished' : null;
}
