import type { Instant } from '../../kernel/time';
import type { PlaceShown } from '../places/place-shown';
import type { Permit, PermitState } from './permit';
import type { OutsideDoubt } from './outside-doubt';
import type { PermitRules } from './permit-rules';
import type { Reason } from './reason';

/** A person who is away, and for whom another may sign for a time. */
export interface Absent {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly enterpriseId: string | null;
  readonly welderId?: string | null;
  readonly regionCode: string | null;
  readonly seatWaiting?: boolean;
}

/** Who gives a command. The platform itself (timers, feeds, a first job), the occupier who typed the code and a plant's system have no account. */
export type Person =
  | { readonly kind: 'platform' }
  | { readonly kind: 'occupier' }
  /** The special-work system of a plant, for a permit that was taken in from it. `userId`: who did it, or who answers for it here. */
  | { readonly kind: 'plant'; readonly userId: string }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly roles: readonly string[];
      readonly enterpriseId: string | null;
      readonly regionCode: string | null;
      readonly welderId: string | null;
      readonly seatWaiting?: boolean;
      readonly standsInFor: readonly Absent[];
    };

export type User = Extract<Person, { kind: 'user' }>;

/** The input of a command that guards look at. It is absent when only the open commands are asked for. */
export interface CommandInput {
  /** When it was given, where it was typed without network and arrives later. */
  readonly givenAt?: Instant;
  /** `close`: somebody still saw something glow. */
  readonly residualFire?: boolean;
  /** `close`, `site-visit`: a photo came along. */
  readonly photoGiven?: boolean;
  /** `gas-test`. */
  readonly gasPassed?: boolean;
  /** The position of the caller, for commands that are given at the place. */
  readonly place?: PlaceShown;
  /** `site-visit`, `fire-watch-on`: metres from the place where a position says that they are outside. */
  readonly metresFromPlace?: number;
  /** `occupier-confirmation`: the occupier stays and watches, during the work and after it. */
  readonly occupierWatches?: boolean;
  /** The input cannot be read, so it is not known what it asks for. */
  readonly unreadable?: true;
  /** `amend`: confirms what another asked for. */
  readonly confirm?: boolean;
  /** `approve`: contractors and leased workers without a valid safety agreement. */
  readonly doubts?: readonly OutsideDoubt[];
  /** What the signer wrote. */
  readonly comment?: string | null;
  /** `fire-watch-on`, `substitute-watch`: whether they are free and qualified to watch. */
  readonly watcher?: WatcherFacts;
}

export interface WatcherFacts {
  /** Number of the permit they are watching already. */
  readonly watchesNumber: string | null;
  /** Also one of the welders of this permit. */
  readonly weldsHere: boolean;
  /** Null: nothing is known of their training. */
  readonly trainingEndsAt: Instant | null;
}

/** Everything a guard may look at. `state` is what the permit is at `at`, not what is stored. */
export interface PermitSnapshot {
  readonly state: PermitState;
  readonly permit: Permit;
  readonly person: Person;
  readonly input: CommandInput;
  readonly rules: PermitRules;
  readonly at: Instant;
}

/** Names what speaks against a command; nothing does: an empty list. */
export type Guard = (snapshot: PermitSnapshot) => readonly Reason[];

export const all =
  (...guards: readonly Guard[]): Guard =>
  (snapshot) =>
    guards.flatMap((guard) => guard(snapshot));
