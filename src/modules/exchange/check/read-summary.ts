import type { Bucket, Held } from '../../../domain/exchange/reconcile';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { versionOf } from '../send/batch-answer';

const unreadable = (): DeliveryFault => new DeliveryFault('receiver', 'summary-unreadable');

function rowsOf(answer: unknown, name: string): Record<string, unknown>[] {
  const rows = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[name] : null;
  if (!Array.isArray(rows) || rows.some((row) => typeof row !== 'object' || row === null)) throw unreadable();
  return rows as Record<string, unknown>[];
}

/** Counts and hashes as another program wrote them. */
export const readBuckets = (answer: unknown): Bucket[] =>
  rowsOf(answer, 'buckets').map(({ kind, region, day, count, hash }) => {
    if (!Number.isSafeInteger(count) || [kind, region, day, hash].some((one) => typeof one !== 'string'))
      throw unreadable();
    return { kind, region, day, count, hash } as Bucket;
  });

export const readHeld = (answer: unknown): Pick<Held, 'id' | 'version'>[] =>
  rowsOf(answer, 'items').map(({ id, version }) => {
    const read = versionOf(version);
    if (typeof id !== 'string' || id.length > 64 || read === null) throw unreadable();
    return { id, version: read };
  });
