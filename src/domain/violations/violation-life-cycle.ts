import { LifeCycle, type Transition } from '../../kernel/life-cycle';
import { kindOf, type ViolationKind, type ViolationState } from './violation-kinds';

export const VIOLATION_COMMANDS = [
  'assign', 'reassign', 'rectify', 'review', 'close', 'reopen', 'withdraw', 'list', 'supervise', 'hand-over',
] as const; // prettier-ignore
export type ViolationCommand = (typeof VIOLATION_COMMANDS)[number];

/** The person who gives a command, as the guards see them. */
export interface Handler {
  readonly userId: string;
  /** Regulator, inspector, grid worker or administrator: those who supervise. */
  readonly official: boolean;
  /** Regulator or administrator: who lists major hazards and hands cases to the police. */
  readonly regulator: boolean;
  readonly enterpriseId: string | null;
}

export interface ViolationSnapshot {
  readonly kind: ViolationKind;
  readonly state: ViolationState;
  readonly enterpriseId: string | null;
  readonly assignedTo: string | null;
  readonly assignedEnterprise: string | null;
  /** Everybody who ever reported it put right. */
  readonly rectifiers: readonly string[];
  readonly majorHazard: boolean;
  /** 挂牌, 督办, 移送: each is done once. */
  readonly listed: boolean;
  readonly supervised: boolean;
  readonly handedOver: boolean;
  readonly by: Handler;
}

export type ViolationReason =
  | 'violation.officials-only'
  | 'violation.regulators-only'
  | 'violation.not-yours-to-rectify'
  | 'violation.rectifier-may-not-review'
  | 'violation.not-major'
  | 'violation.listed-already'
  | 'violation.supervised-already'
  | 'violation.no-clue'
  | 'violation.handed-over-already'
  | 'violation.major-not-followed';

type Guard = (violation: ViolationSnapshot) => readonly ViolationReason[];

const all =
  (...guards: readonly Guard[]): Guard =>
  (violation) =>
    guards.flatMap((guard) => guard(violation));

const guard =
  (holds: (violation: ViolationSnapshot) => boolean, reason: ViolationReason): Guard =>
  (violation) =>
    holds(violation) ? [] : [reason];

const official = guard(({ by }) => by.official, 'violation.officials-only');
const regulator = guard(({ by }) => by.regulator, 'violation.regulators-only');

/** The person or enterprise it was assigned to; else the enterprise where it was found. For people without an enterprise an official does it. */
const answersForIt = guard(
  ({ by, enterpriseId, assignedTo, assignedEnterprise }) =>
    by.official ||
    by.userId === assignedTo ||
    (by.enterpriseId !== null && [enterpriseId, assignedEnterprise].includes(by.enterpriseId)),
  'violation.not-yours-to-rectify',
);

/** A person who rectified a case never reviews it, at any rank and at any later time. */
const notTheRectifier = guard(
  ({ by, rectifiers }) => !rectifiers.includes(by.userId),
  'violation.rectifier-may-not-review',
);

const clue = guard(({ kind }) => kindOf(kind).forThePolice, 'violation.no-clue');

const major = guard(({ majorHazard }) => majorHazard, 'violation.not-major');

/** 重大事故隐患 is signed off (销号) by a regulator, and only after it was listed and supervised (挂牌督办). */
const majorFollowed: Guard = (violation) =>
  violation.majorHazard
    ? all(
        regulator,
        guard(({ listed, supervised }) => listed && supervised, 'violation.major-not-followed'),
      )(violation)
    : [];

const OPEN_STATES = ['open', 'assigned', 'rectifying', 'review'] as const;

/** Recorded beside the loop: the state stays. */
const beside = (when: Guard, from: readonly ViolationState[] = OPEN_STATES): BesideTheLoop => ({
  from,
  to: ({ state }) => state,
  when,
});
type BesideTheLoop = Transition<ViolationState, ViolationSnapshot, ViolationReason>;

/**
 * 闭环销号: given to somebody, put right, looked at again, signed off. `reassign` takes it from whoever has it,
 * with a reason. `rectify` reports what was done (and more of it),
 * `review` is the second look of another person, `close` signs off, `reopen` answers false rectification (虚假整改).
 * Beside it: `list` (挂牌) and `supervise` (督办) of a major hazard, `hand-over` (移送) of a clue to the police.
 */
export const violationLifeCycle = new LifeCycle<ViolationState, ViolationCommand, ViolationSnapshot, ViolationReason>({
  assign: { from: ['open'], to: 'assigned', when: official },
  reassign: { from: ['assigned', 'rectifying'], to: 'assigned', when: official },
  rectify: { from: ['assigned', 'rectifying'], to: 'rectifying', when: answersForIt },
  review: { from: ['rectifying'], to: 'review', when: all(official, notTheRectifier) },
  close: { from: ['review'], to: 'closed', when: all(official, notTheRectifier, majorFollowed) },
  reopen: { from: ['review', 'closed'], to: 'open', when: all(official, notTheRectifier) },
  withdraw: { from: OPEN_STATES, to: 'withdrawn', when: official },
  list: beside(
    all(
      regulator,
      major,
      guard(({ listed }) => !listed, 'violation.listed-already'),
    ),
  ),
  supervise: beside(
    all(regulator, major, guard(({ listed }) => listed, 'violation.major-not-followed'), guard(({ supervised }) => !supervised, 'violation.supervised-already')),
  ), // prettier-ignore
  'hand-over': beside(
    all(
      regulator,
      clue,
      guard(({ handedOver }) => !handedOver, 'violation.handed-over-already'),
    ),
    [...OPEN_STATES, 'closed'],
  ),
});

/** Nobody has to do anything any more. */
export const ENDED_STATES: readonly ViolationState[] = ['closed', 'withdrawn'];

/** Neither closed nor withdrawn: somebody still has to do something. */
export const isOpen = (state: ViolationState): boolean => !ENDED_STATES.includes(state);
