import { session } from '@/api/session';
import type { Job } from '@/api/jobs';

/** The job that this phone saw last, for a reload without network. Only its own person sees it. */
const KEY = 'hanan.last-job';

interface Last {
  readonly userId: string;
  readonly job: Job;
}

/** Work that has ended is not kept. */
export function keepJob(job: Job): void {
  const userId = session.value.user?.id;
  if (!userId) return;
  const last = lastOf();
  if (job.state === 'running') localStorage.setItem(KEY, JSON.stringify({ userId, job } satisfies Last));
  else if (last?.job.id === job.id) localStorage.removeItem(KEY);
}

export function keptJob(id: string): Job | null {
  const last = lastOf();
  return last && last.job.id === id && last.userId === session.value.user?.id ? last.job : null;
}

function lastOf(): Last | null {
  const kept = localStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Last) : null;
}
