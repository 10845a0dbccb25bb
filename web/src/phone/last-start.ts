import type { StartJobRequest } from '../api/jobs';

/** What was asked for when a job was started from this phone, so that a failed reservation can be asked for again. */
const key = (jobId: string): string => `hanan.start.${jobId}`;

export function rememberStart(jobId: string, request: StartJobRequest): void {
  sessionStorage.setItem(key(jobId), JSON.stringify(request));
}

export function startOf(jobId: string): StartJobRequest | null {
  const kept = sessionStorage.getItem(key(jobId));
  return kept ? (JSON.parse(kept) as StartJobRequest) : null;
}
