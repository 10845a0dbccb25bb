import { LifeCycle } from '../../kernel/life-cycle';

/** How a machine goes to somebody else: sold, rented out, or lent. */
export const HANDOVER_KINDS = ['sale', 'lease', 'loan'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

export const HANDOVER_STATES = ['offered', 'confirmed', 'returned', 'refused', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export const HANDOVER_COMMANDS = ['confirm', 'refuse', 'withdraw', 'return'] as const;
export type HandoverCommand = (typeof HANDOVER_COMMANDS)[number];

export interface HandoverSnapshot {
  readonly state: HandoverState;
  readonly kind: HandoverKind;
  readonly byGiver: boolean;
  readonly byReceiver: boolean;
  /** The same person has offered it. */
  readonly byOfferer: boolean;
  /** Its first day has come. */
  readonly begun: boolean;
}

export type HandoverReason =
  'handover.receiver-only' | 'handover.own-offer' | 'handover.not-begun' | 'handover.giver-only' | 'handover.sold';

type Guard = (snapshot: HandoverSnapshot) => readonly HandoverReason[];
const receiver: Guard = ({ byReceiver }) => (byReceiver ? [] : ['handover.receiver-only']);
/** Who leads the firm that gives and is the welder who receives would answer to themselves. */
const anotherPerson: Guard = ({ byOfferer }) => (byOfferer ? ['handover.own-offer'] : []);
/** Nobody answers for the use of what is not in their hands yet. */
const begun: Guard = (snapshot) => (snapshot.begun ? [] : ['handover.not-begun']);
const giver: Guard = ({ byGiver }) => (byGiver ? [] : ['handover.giver-only']);
/** What was sold does not come back; it would be sold again. */
const returnable: Guard = ({ kind }) => (kind === 'sale' ? ['handover.sold'] : []);

/** The receiver confirms what they hold in their hands; the giver confirms that it came back. */
export const handoverLifeCycle = new LifeCycle<HandoverState, HandoverCommand, HandoverSnapshot, HandoverReason>({
  confirm: { from: ['offered'], to: 'confirmed', when: (s) => [...receiver(s), ...anotherPerson(s), ...begun(s)] },
  refuse: { from: ['offered'], to: 'refused', when: receiver },
  withdraw: { from: ['offered'], to: 'withdrawn', when: giver },
  return: { from: ['confirmed'], to: 'returned', when: (s) => [...returnable(s), ...giver(s)] },
});

export interface HandoverOffer {
  readonly kind: HandoverKind;
  readonly fromOn: string;
  /** The last day; null: sold. */
  readonly untilOn: string | null;
}

export type OfferFault = 'handover.until-missing' | 'handover.until-before' | 'handover.until-of-sale';

/** What is rented out or lent has a day on which it comes back; what is sold has none. */
export function offerFault({ kind, fromOn, untilOn }: HandoverOffer): OfferFault | null {
  if (kind === 'sale') return untilOn === null ? null : 'handover.until-of-sale';
  if (untilOn === null) return 'handover.until-missing';
  return untilOn < fromOn ? 'handover.until-before' : null;
}

/** The last day is over, and nobody said that it came back. */
export const isOverdue = (
  { state, kind, untilOn }: { readonly state: HandoverState; readonly kind: HandoverKind; readonly untilOn: string | null },
  today: string,
): boolean => state === 'confirmed' && kind !== 'sale' && untilOn !== null && untilOn < today; // prettier-ignore
