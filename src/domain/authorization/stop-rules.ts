import { shownTime } from '../../kernel/shown-time';
import type { Instant } from '../../kernel/time';
import { standingStop, type KnownStop } from '../jobs/stop-order';
import type { Facts } from './facts';
import { asVariant, blocking, type Finding } from './finding';
import type { PermitRule, Rule } from './rule';

const stopsOf = (stops: Facts['stops'], at: Instant): KnownStop | null => standingStop(stops ?? [], at);

/** Work that was stopped on the spot starts again nowhere: not with the machine, and not by the welder. */
export const notStopped: Rule = ({ stops }, at) => found(stopsOf(stops, at));

/** Nor under the permit. Where machine or welder say so already, once is enough. */
export const permitNotStopped: PermitRule = (permit, { stops }, at) =>
  stopsOf(stops, at) ? [] : found(stopsOf(permit.stops, at));

function found(stop: KnownStop | null): Finding[] {
  if (!stop) return [];
  const code = 'job.stop-in-force';
  const orderedAt = shownTime(stop.orderedAt);
  if (stop.standing === 'confirmed' || stop.dueAt === null) return [blocking(code, { orderedAt })];
  return [asVariant('provisional', blocking(code, { orderedAt, dueAt: shownTime(stop.dueAt) }))];
}
