import { nextBegin, withinHours } from '@kernel/day-hours';
import type { components } from '@/api/schema';

type Form = Pick<components['schemas']['PermitForm'], 'closedHours'>;

/** When hot work may begin at a place of these kinds: now, or when it closes. A place that never closes is guarded instead. */
export function mayBeginAt({ closedHours }: Form, kinds: readonly string[], now: number): number {
  if (kinds.includes('never-closes')) return now;
  const open = closedHours.filter((one) => kinds.includes(one.placeKind) && withinHours(one, now));
  return Math.max(now, ...open.map(({ from, to }) => nextBegin({ from: to, to: from }, now)));
}
