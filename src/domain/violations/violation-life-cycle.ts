import { LifeCycle } from '../../kernel/life-cycle';

export const VIOLATION_STATES = ['open', 'assigned', 'rectifying', 'review', 'closed', 'withdrawn'] as const;
export type ViolationState = (typeof VIOLATION_STATES)[number];

export const VIOLATION_COMMANDS = ['assign', 'rectify', 'review', 'close', 'reopen', 'withdraw'] as const;
export type ViolationCommand = (typeof VIOLATION_COMMANDS)[number];

/** Whoever gives a command, as the guards see them. */
export interface Handler {
  readonly userId: string;
  /** Regulator, inspector, grid worker or administrator: those who supervise. */
  readonly official: boolean;
  readonly enterpriseId: string | null;
}

export interface ViolationSnapshot {
  readonly state: ViolationState;
  readonly enterpriseId: string | null;
  readonly assignedTo: string | null;
  /** Everybody who ever reported it put right. */
  readonly rectifiers: readonly string[];
  readonly by: Handler;
}

export type ViolationReason =
  'violation.officials-only' | 'violation.not-yours-to-rectify' | 'violation.rectifier-may-not-review';

type Guard = (violation: ViolationSnapshot) => readonly ViolationReason[];

const all =
  (...guards: readonly Guard[]): Guard =>
  (violation) =>
    guards.flatMap((guard) => guard(violation));

const official: Guard = ({ by }) => (by.official ? [] : ['violation.officials-only']);

/** The enterprise it was found at puts it right, or whoever it was given to; an official does it for people who belong to no enterprise. */
const answersForIt: Guard = ({ by, enterpriseId, assignedTo }) =>
  by.official || by.userId === assignedTo || (enterpriseId !== null && by.enterpriseId === enterpriseId)
    ? []
    : ['violation.not-yours-to-rectify'];

/** Who rectified never reviews, whatever their rank and however long ago. */
const notTheRectifier: Guard = ({ by, rectifiers }) =>
  rectifiers.includes(by.userId) ? ['violation.rectifier-may-not-review'] : [];

/**
 * 闭环销号: given to somebody, put right, looked at again, signed off. `rectify` reports what was done (and more of it),
 * `review` is the second look of another person, `close` signs off, `reopen` answers false rectification (虚假整改).
 */
export const violationLifeCycle = new LifeCycle<ViolationState, ViolationCommand, ViolationSnapshot, ViolationReason>({
  assign: { from: ['open', 'assigned'], to: 'assigned', when: official },
  rectify: { from: ['assigned', 'rectifying'], to: 'rectifying', when: answersForIt },
  review: { from: ['rectifying'], to: 'review', when: all(official, notTheRectifier) },
  close: { from: ['review'], to: 'closed', when: all(official, notTheRectifier) },
  reopen: { from: ['review', 'closed'], to: 'open', when: all(official, notTheRectifier) },
  withdraw: { from: ['open', 'assigned', 'rectifying', 'review'], to: 'withdrawn', when: official },
});

/** Neither closed nor withdrawn: somebody still has to do something. */
export const isOpen = (state: ViolationState): boolean => state !== 'closed' && state !== 'withdrawn';
