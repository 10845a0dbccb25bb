import { hasRole, LEADERS, SEATS } from '../people/roles';
import { forbidden, wrongField, type Refusal } from '../../kernel/refusal';

/** An account as far as it names, is named or is stood in for. */
export interface DeputyParty {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly enterpriseId: string | null;
  readonly seatWaiting?: boolean;
}

/**
 * The signatures that a person may delegate or take back: their own; a leader those of their people; an administrator
 * all.
 */
export const arrangesFor = (caller: DeputyParty, from: Pick<DeputyParty, 'userId' | 'enterpriseId'>): boolean =>
  hasRole(caller, 'admin') ||
  caller.userId === from.userId ||
  (caller.enterpriseId !== null && caller.enterpriseId === from.enterpriseId && hasRole(caller, ...LEADERS));

/**
 * Whether `caller` may name `to` as the deputy of `from`. A deputy's word is a seat's word, so nobody takes one, and whoever
 * is named holds a seat of their own: an official confirms them before any signature of theirs counts
 * (`permit.seat-unconfirmed`). A seat that nobody has confirmed yet gives nothing away.
 */
export function deputyRefusal(caller: DeputyParty, from: DeputyParty, to: DeputyParty): Refusal | null {
  if (!arrangesFor(caller, from)) return forbidden('delegation.not-yours');
  if (caller.seatWaiting === true) return forbidden('permit.seat-unconfirmed');
  if (from.seatWaiting === true) return forbidden('delegation.holder-unconfirmed');
  if (caller.userId === to.userId && caller.userId !== from.userId) return forbidden('delegation.names-oneself');
  return hasRole(to, ...SEATS) ? null : wrongField('toUserId', 'delegation.deputy-without-seat');
}
