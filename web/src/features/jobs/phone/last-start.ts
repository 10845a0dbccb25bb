import type { StartJobRequest } from '@/api/jobs';

/** What was asked for when a job was started from this phone, so that a failed reservation can be asked for again. */
const key = (jobId: string): string => `hanan.start.${jobId}`;

/** As long as the page lives, with the PIN; what is stored has none. */
const ofThisPage = new Map<string, StartJobRequest>();

export function rememberStart(jobId: string, request: StartJobRequest): void {
  ofThisPage.set(jobId, request);
  const { identity, ...kept } = request;
  sessionStorage.setItem(
    key(jobId),
    JSON.stringify({ ...kept, ...(identity?.photoId && { photoId: identity.photoId }) }),
  );
}

export function startOf(jobId: string): StartJobRequest | null {
  const known = ofThisPage.get(jobId);
  if (known) return known;
  const kept = sessionStorage.getItem(key(jobId));
  return kept ? (JSON.parse(kept) as StartJobRequest) : null;
}
