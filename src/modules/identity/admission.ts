import { type Offer, type Standing } from '../../domain/people/giving-roles';
import { hasRole, SEATS } from '../../domain/people/roles';
import { conflict, type Refusal } from '../../kernel/refusal';
import type { Instant } from '../../kernel/time';
import type { LockedUser } from './changes/user-change.store';
import { addsNoSeat, NO_SEAT, type Seat, waitingSeat } from './seat-holders';

/** Who is let in, as what. The owner of the phone has shown that it is theirs. */
export interface Admission {
  readonly phone: string;
  readonly offer: Offer;
  readonly trades: readonly string[];
  readonly welderId: string | null;
  /** As it was typed; needed of whoever signs for an enterprise. */
  readonly idNumber: string | null;
  readonly newcomer: Newcomer | null;
  /** The account that was signed in with; `of-the-phone`: an official knows that the phone's account is theirs. */
  readonly account: { readonly id: string } | 'of-the-phone' | null;
  /** The official who looked at the person's identity card. */
  readonly seenBy: string | null;
}

export interface Newcomer {
  readonly name: string;
  readonly username: string;
  readonly passwordHash: string | null;
}

export const NOTHING: Standing = { roles: [], regionCode: null, enterpriseId: null };

/** Of who left an enterprise nothing stayed: they come back as somebody new, in the same account. */
export const standingOf = (account: LockedUser): Standing => (account.leftAt === null ? account : NOTHING);

/** Why nothing is added to an account: it is somebody else's to open, or shut. */
export function objection({ id, disabledAt, leftAt, erasedAt }: LockedUser, { account }: Admission): Refusal | null {
  if (erasedAt !== null) return conflict('user.erased');
  if (leftAt !== null) return null;
  if (account !== 'of-the-phone' && account?.id !== id) return conflict('user.account-exists');
  return disabledAt === null ? null : conflict('user.account-shut');
}

/** The account beside its standing. */
export function accountAfter(account: LockedUser, admission: Admission, at: Instant): LockedUser {
  const back = account.leftAt !== null;
  return {
    ...account,
    name: (back ? admission.newcomer?.name : null) ?? account.name,
    welderId: account.welderId ?? admission.welderId,
    trades: [...new Set([...account.trades, ...admission.trades])],
    seat: seatIn(back ? null : account, admission, at),
    version: account.version + 1,
  };
}

/** What opens the account of a person who comes back. */
export function letIn({ newcomer }: Admission) {
  const passwordHash = newcomer?.passwordHash ?? null;
  const open = { disabledAt: null, leftAt: null };
  return passwordHash === null ? open : { ...open, passwordHash, passwordTemporary: false };
}

/** A confirmed person who signs for the same enterprise in no further seat stays confirmed. */
export function seatIn(account: LockedUser | null, { offer, seenBy }: Admission, at: Instant): Seat {
  if (!hasRole(offer, ...SEATS)) return account?.seat ?? NO_SEAT;
  const same =
    offer.enterpriseId === account?.enterpriseId &&
    account.seat.confirmedAt !== null &&
    addsNoSeat(account.roles, offer.roles);
  if (account && same) return account.seat;
  return seenBy === null
    ? waitingSeat(at)
    : { waitingSince: null, confirmedAt: at, confirmedBy: seenBy, source: 'confirmed' };
}
