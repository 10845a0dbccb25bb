import { MINUTE, type Instant } from '../../kernel/time';
import { nextTapAt } from './fire-watch';
import type { PermitSnapshot } from './snapshot';
import type { PermitChanges } from './steps/step';

type Given = Pick<PermitSnapshot, 'permit' | 'input' | 'at'>;

/** What arrives sooner than this after it was given arrived at once. */
const AT_ONCE_MS = MINUTE;

/** When a command was given. What a phone kept without network counts from then; never from before the permit, never from later than now. */
export const givenWhen = ({ permit, input, at }: Given): Instant =>
  Math.min(at, Math.max(input.givenAt ?? at, permit.issuedAt ?? -Infinity));

/** For records and history: when it was given, where it arrived later. */
export function givenBefore(given: Given): { givenAt?: Instant } {
  const when = givenWhen(given);
  return given.at - when > AT_ONCE_MS ? { givenAt: when } : {};
}

/** The same in words that a person reads in the history. */
export function givenDetail(given: Given): { givenAt?: string } {
  const { givenAt } = givenBefore(given);
  return givenAt === undefined ? {} : { givenAt: new Date(givenAt).toISOString() };
}

/**
 * Presence counts from the moment of the tap. A tap that was made without network an hour ago does not prove presence
 * now. A call about a missed tap stays open until a tap is in time.
 */
export function presentSince(snapshot: PermitSnapshot): PermitChanges {
  const { permit, rules, at } = snapshot;
  const tappedAt = Math.max(permit.tappedAt ?? -Infinity, givenWhen(snapshot));
  const next = nextTapAt({ watchOnAt: permit.watchOnAt, tappedAt }, rules);
  return { tappedAt, tapMissedAt: next !== null && next <= at ? permit.tapMissedAt : null };
}
