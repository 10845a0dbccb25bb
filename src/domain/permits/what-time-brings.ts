import { HOUR, type Instant } from '../../kernel/time';
import { emptyPlaces, placesOf, signaturesOfRound } from './approval-chain';
import { ENDED_BY_TIME } from './effective-state';
import { nextTapAt, patienceEndsAt } from './fire-watch';
import { gasTestAsked } from './gas-asked';
import { coversUntil } from './gas-freshness';
import type { Permit, PermitState } from './permit';
import type { PermitRules } from './permit-rules';

/** What happens to a permit without anybody doing anything. */
export type Occurrence =
  | { readonly what: 'end-reached' }
  /** The watcher did not show presence: the safety officer is called, a substitute offered. */
  | { readonly what: 'tap-missed' }
  /** The call was not answered: the work stops. */
  | { readonly what: 'watcher-silent' }
  | { readonly what: 'gas-test-missed' }
  /** 1: the approvers themselves; 2: their head. */
  | { readonly what: 'approval-overdue'; readonly reminder: 1 | 2 }
  | { readonly what: 'countersign-overdue' }
  /** An extension is active: what still runs here goes over to it, as soon as that can be. */
  | { readonly what: 'pass-over' };

export type Deadline = Occurrence & { readonly at: Instant };

/** All that is to come as things stand. */
function deadlines(permit: Permit, rules: PermitRules): Deadline[] {
  return [...ofState(permit), ...ofApproval(permit, rules), ...ofWork(permit, rules), ...ofUrgency(permit, rules)];
}

const ofState = ({ state, plannedEnd }: Permit): Deadline[] =>
  ENDED_BY_TIME.includes(state) ? [{ what: 'end-reached', at: plannedEnd }] : [];

/** States in which a permit waits for people to sign it or to issue it. */
const WAITS_FOR_SOMEBODY: readonly PermitState[] = ['submitted', 'approved'];

function ofApproval({ state, waitingSince, reminders }: Permit, { patienceMs }: PermitRules): Deadline[] {
  if (!WAITS_FOR_SOMEBODY.includes(state) || waitingSince === null || reminders >= 2) return [];
  const reminder = reminders === 0 ? 1 : 2;
  return [{ what: 'approval-overdue', reminder, at: waitingSince + reminder * patienceMs }];
}

function ofWork(permit: Permit, rules: PermitRules): Deadline[] {
  if (permit.state !== 'active') return [];
  // the watch went over with the first of the work
  if (permit.extended) return [{ what: 'pass-over', at: permit.startedAt ?? 0 }];
  const [tap, silent] = [nextTapAt(permit, rules), patienceEndsAt(permit, rules)];
  const test = gasTestAsked(permit, rules) === 'required' ? permit.lastGasTest : null;
  return [
    ...(tap === null || permit.tapMissedAt !== null ? [] : [{ what: 'tap-missed', at: tap } as const]),
    ...(silent === null ? [] : [{ what: 'watcher-silent', at: silent } as const]),
    ...(test === null ? [] : [{ what: 'gas-test-missed', at: coversUntil(test, rules, permit) + 1 } as const]),
  ];
}

const RUNS_UNSIGNED: readonly PermitState[] = ['issued', 'active', 'suspended', 'fire_watch', 'closed'];
/** Work that was begun and never ended still owes its signatures. */
const owesSignatures = ({ state, startedAt }: Permit): boolean =>
  RUNS_UNSIGNED.includes(state) || (state === 'expired' && startedAt !== null);

function ofUrgency(permit: Permit, rules: PermitRules): Deadline[] {
  if (!permit.urgent || permit.issuedAt === null || permit.countersignOverdueAt !== null) return [];
  const unsigned = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit)).length > 0;
  if (!unsigned || !owesSignatures(permit) || rules.urgent === null) return [];
  return [{ what: 'countersign-overdue', at: permit.issuedAt + rules.urgent.countersignHours * HOUR }];
}

/**
 * The events that are due, the earliest first. The end of the planned time comes before all others, because it makes
 * them needless.
 */
export function dueBy(permit: Permit, rules: PermitRules, at: Instant): Deadline[] {
  const due = deadlines(permit, rules).filter((deadline) => deadline.at <= at);
  const end = due.find(({ what }) => what === 'end-reached');
  return end ? [end] : due.sort((a, b) => a.at - b.at);
}

/** When somebody has to look at this permit again; null: never. */
export function nextDueAt(permit: Permit, rules: PermitRules): Instant | null {
  const times = deadlines(permit, rules).map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}
