const BROKEN = 500;

/**
 * Idempotency keys of writes whose answer never came. Sent again unchanged, the same request carries the same key,
 * so that a job, a permit or a record is not made twice because a signal was lost.
 */
const pending = new Map<string, string>();

export function keyFor(fingerprint: string): string {
  const known = pending.get(fingerprint);
  if (known) return known;
  const key = randomKey();
  pending.set(fingerprint, key);
  return key;
}

/** A platform that broke, is away or still works on the same request has given no answer yet. */
export function answered(fingerprint: string, { status, headers }: Pick<Response, 'status' | 'headers'>): void {
  const later = status >= BROKEN || headers.has('retry-after');
  if (!later) pending.delete(fingerprint);
}

/** `crypto.randomUUID` is missing on plain http pages in a local network; `getRandomValues` is not. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
