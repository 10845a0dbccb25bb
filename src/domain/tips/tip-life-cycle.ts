import { LifeCycle } from '../../kernel/life-cycle';

export const TIP_STATES = ['received', 'accepted', 'dispatched', 'checked', 'closed', 'declined', 'merged'] as const;
export type TipState = (typeof TIP_STATES)[number];
export const TIP_COMMANDS = [
  'accept',
  'decline',
  'merge',
  'dispatch',
  'hand-back',
  'check',
  'answer',
  'close',
] as const;
export type TipCommand = (typeof TIP_COMMANDS)[number];

/** A tip as the guards see it. */
export interface TipSnapshot {
  readonly state: TipState;
  /** The caller serves at the tip desk of this place. */
  readonly byOfficer: boolean;
  /** And is the one who was sent there. */
  readonly byHandler: boolean;
  /** A case was made of it: it is not sent out again. */
  readonly hasCase: boolean;
}

export type TipReason = 'tip.officer-only' | 'tip.handler-only' | 'tip.has-case';

type Guard = (snapshot: TipSnapshot) => readonly TipReason[];

const officer: Guard = ({ byOfficer }) => (byOfficer ? [] : ['tip.officer-only']);
const handler: Guard = ({ byHandler }) => (byHandler ? [] : ['tip.handler-only']);
const withoutCase: Guard = ({ hasCase }) => (hasCase ? ['tip.has-case'] : []);
const both: Guard = (snapshot) => [...officer(snapshot), ...withoutCase(snapshot)];

/** 举报: the desk takes it in and sends somebody; they look and say what they found; the desk answers and closes. */
export const tipLifeCycle = new LifeCycle<TipState, TipCommand, TipSnapshot, TipReason>({
  accept: { from: ['received'], to: 'accepted', when: officer },
  decline: { from: ['received', 'accepted'], to: 'declined', when: officer },
  merge: { from: ['received', 'accepted'], to: 'merged', when: officer },
  dispatch: { from: ['received', 'accepted', 'dispatched', 'checked'], to: 'dispatched', when: both },
  'hand-back': { from: ['dispatched'], to: 'accepted', when: handler },
  check: { from: ['dispatched'], to: 'checked', when: handler },
  answer: { from: ['received', 'accepted', 'dispatched', 'checked'], to: ({ state }) => state, when: officer },
  close: { from: ['checked'], to: 'closed', when: officer },
});

/** Commands that belong to the tip desk and write an answer that the reporter reads. */
export const ANSWERING: readonly TipCommand[] = ['decline', 'answer', 'close'];
