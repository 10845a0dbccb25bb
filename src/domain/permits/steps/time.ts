import type { Instant } from '../../../kernel/time';
import { emptyPlaces, placesOf, signaturesOfRound } from '../approval-chain';
import { partiesOf } from '../people';
import type { Permit } from '../permit';
import type { PermitRules } from '../permit-rules';
import { nextDueAt, type Occurrence } from '../what-time-brings';
import { afterChange } from './after';
import { whoIsAwaited } from './audience';
import type { Change, Recipient, Step } from './step';

/** People are called who are waited for. Nothing on the permit moves but the note that they were called. */
export type CallingOccurrence = Extract<
  Occurrence,
  { what: 'tap-missed' | 'approval-overdue' | 'countersign-overdue' }
>;

/** What a reminder needs beside the permit: the id of its record, and the approvers who have not answered. */
export interface CallInput {
  readonly recordId: string;
  readonly awaited: readonly string[];
}

/** The people whose ids a call to the watcher names. */
export const namedInCall = (occurrence: CallingOccurrence, permit: Permit, rules: PermitRules): Recipient[] =>
  occurrence.what === 'approval-overdue' ? whoIsAwaited(permit, rules) : [];

export function decideCall<P extends Permit>(
  occurrence: CallingOccurrence,
  { permit, rules }: { readonly permit: P; readonly rules: PermitRules },
  input: CallInput,
  at: Instant,
): Step<P> {
  const { name, to, set = {}, records = [], detail = {} } = callOf(occurrence, permit, rules, input, at);
  const after = afterChange(permit, { set, records }, permit.state, at);
  return {
    name,
    trace: 'call',
    from: permit.state,
    to: permit.state,
    set,
    records,
    detail,
    news: [{ type: `permit.${name}`, to, data: detail }],
    follow: [],
    after,
    dueAt: nextDueAt(after, rules),
  };
}

interface Calling extends Omit<Change, 'news' | 'follow'> {
  readonly name: string;
  readonly to: readonly Recipient[];
}

function callOf(
  occurrence: CallingOccurrence,
  permit: Permit,
  rules: PermitRules,
  input: CallInput,
  at: Instant,
): Calling {
  switch (occurrence.what) {
    case 'tap-missed':
      return tapMissed(permit, input.recordId, at);
    case 'approval-overdue':
      return approvalOverdue(permit, occurrence.reminder, input.awaited);
    case 'countersign-overdue':
      return countersignOverdue(permit, rules, at);
  }
}

/** The watcher did not show presence: the safety officer is called, and the watcher once more. */
function tapMissed(permit: Permit, recordId: string, at: Instant): Calling {
  const { fireWatchId } = permit;
  return {
    name: 'watch-tap-missed',
    set: { tapMissedAt: at },
    records: [{ kind: 'watch', id: recordId, what: 'missed', userId: fireWatchId, position: null, photoId: null }],
    to: [
      { kind: 'safety-officers', of: partiesOf(permit) },
      { kind: 'users', ids: fireWatchId === null ? [] : [fireWatchId] },
    ],
    detail: { place: permit.placeName },
  };
}

/** The first time the approvers themselves are called, the second time those who lead them. */
function approvalOverdue(permit: Permit, reminder: 1 | 2, approvers: readonly string[]): Calling {
  const heads: Recipient[] = permit.enterpriseId === null ? [] : [{ kind: 'leaders', of: permit.enterpriseId }];
  return {
    name: 'approval-overdue',
    set: { reminders: reminder },
    to: reminder === 1 ? [{ kind: 'users', ids: approvers }] : heads,
    detail: { reminder, approvers },
  };
}

function countersignOverdue(permit: Permit, rules: PermitRules, at: Instant): Calling {
  const places = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit));
  return {
    name: 'countersign-overdue',
    set: { countersignOverdueAt: at },
    to: [{ kind: 'signers', permit, places }],
    detail: { missing: places.map(({ roles }) => roles) },
  };
}
