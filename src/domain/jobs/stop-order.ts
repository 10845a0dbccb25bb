import type { RegionCode } from '../../kernel/region-code';
import { HOUR, type Instant } from '../../kernel/time';
import { AUTHORITY, hasRole } from '../people/roles';
import type { RuleBook } from '../rules/rule-book';

/** `provisional`: an inspector's, until the regulator confirms or lifts it; after its time it lapses. */
export const STOP_STANDINGS = ['provisional', 'confirmed', 'lifted', 'lapsed'] as const;
export type StopStanding = (typeof STOP_STANDINGS)[number];

/** What the regulator decides about an inspector's stop. */
export const STOP_DECISIONS = ['confirm', 'lift'] as const;
export type StopDecision = (typeof STOP_DECISIONS)[number];

export interface StopOrder {
  readonly standing: StopStanding;
  /** Until when the regulator decides; null: the order is the regulator's own. */
  readonly dueAt: Instant | null;
}

/** An order as it bears on work that is to start. */
export interface KnownStop extends StopOrder {
  readonly jobId: string;
  readonly orderedAt: Instant;
}

/** The regulator's order stands by itself; an inspector's waits for the regulator (rule `job.stop-confirm-hours`). */
export function stopOrder(roles: readonly string[], regionCode: RegionCode, book: RuleBook, at: Instant): StopOrder {
  if (hasRole({ roles }, ...AUTHORITY)) return { standing: 'confirmed', dueAt: null };
  const hours = book.value<number>('job.stop-confirm-hours', { regionCode }, at);
  return { standing: 'provisional', dueAt: at + hours * HOUR };
}

/** Whatever was stored: an order lapses with time, though no timer ran. */
export const standingAt = ({ standing, dueAt }: StopOrder, at: Instant): StopStanding =>
  standing === 'provisional' && dueAt !== null && at >= dueAt ? 'lapsed' : standing;

const IN_FORCE: readonly StopStanding[] = ['provisional', 'confirmed'];

/** The order that bars a new start: a confirmed one rather than one that may lapse; null: none is in force. */
export function standingStop(orders: readonly KnownStop[], at: Instant): KnownStop | null {
  const inForce = orders.filter((order) => IN_FORCE.includes(standingAt(order, at)));
  return inForce.find(({ standing }) => standing === 'confirmed') ?? inForce[0] ?? null;
}

/** Where a decision leads: an order is confirmed once and lifted once; null: there is nothing left to decide. */
export function decidedAs(order: StopOrder, decision: StopDecision, at: Instant): StopStanding | null {
  const standing = standingAt(order, at);
  if (decision === 'confirm') return standing === 'provisional' ? 'confirmed' : null;
  return IN_FORCE.includes(standing) ? 'lifted' : null;
}
