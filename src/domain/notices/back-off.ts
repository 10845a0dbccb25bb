import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../kernel/time';

/** A receiver that is away for a long weekend still gets everything; after that a person looks. */
export const GIVEN_UP_AFTER = 4 * DAY;
const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = HOUR;

/** How long a receiver that failed so many times in a row is left alone: 30 s, then twice as long each time, an hour at the most. */
export const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE * 2 ** Math.min(Math.max(failures, 1) - 1, 20), LONGEST_PAUSE);

/** What sending came to. `receiver`: it answers nobody now. `message`: this one was not taken now. `refused`: it never will be. */
export type Outcome =
  { readonly kind: 'sent' } | { readonly kind: 'receiver' | 'message' | 'refused'; readonly fault: string };

interface Tried {
  readonly madeAt: Instant;
  /** Tries before this one. */
  readonly tries: number;
}

/** When a message that was not taken is tried again; null: never, a person has to look at it. */
export function nextTry({ madeAt, tries }: Tried, outcome: Outcome, at: Instant): Instant | null {
  if (outcome.kind === 'sent' || outcome.kind === 'refused' || at - madeAt >= GIVEN_UP_AFTER) return null;
  return at + pauseAfter(tries + 1);
}

/** A message that somebody took to send is free again after this: the process may have died. */
export const CLAIM = 2 * MINUTE;
