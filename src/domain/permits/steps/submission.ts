import { namedText, wordIn } from '../../../kernel/language';
import { conflict, invalid, oneOrMany, wrongField, type Refusal } from '../../../kernel/refusal';
import type { Instant, Period } from '../../../kernel/time';
import { placesOf, seatOfApplicant, type Place } from '../approval-chain';
import { beyondSmallRefusal } from '../beyond-small';
import { watcherReasons } from '../fire-watch';
import { completeAnswers, contradictions } from '../level-answers';
import { measuresFor } from '../measures';
import { occupierRefusal } from '../occupier';
import { openAllAlong } from '../opening-hours';
import { qualifiedToWatch } from '../people';
import type { Permit } from '../permit';
import type { PermitRules } from '../permit-rules';
import { changedSince, placeRefusal, type PlaceRule } from '../place-rule';
import { levelRefusal, proposeLevel } from '../propose-level';
import type { RaisedLevel } from '../raise-level';
import { watcherTwice, type OverlappingWork } from '../same-people';
import type { NeighbourKind, SimopsRule } from '../simops';
import { smallAgainRefusal } from '../small-again';
import type { PermitSnapshot, User, WatcherFacts } from '../snapshot';
import { urgentClosed, type UnsignedUrgent } from '../urgent-closed';
import { lengthFaults } from '../validity';
import { approverMissing, type PeopleOfChain } from './empty-seats';
import type { Change, PermitRecord } from './step';

/** What the platform looks at by itself when a permit is submitted. */
export interface Submission extends PeopleOfChain {
  readonly raised: RaisedLevel;
  /** What holds at the place now: a site may have been confirmed since the form was filled in. */
  readonly place: PlaceRule;
  /** The account that is named as watcher; null: none is named. */
  readonly watcher: { readonly user: User; readonly facts: WatcherFacts } | 'unknown' | null;
  /** Small jobs that began or wait at the same place lately (`atOnePlace`), this one left out. */
  readonly smallNear: number;
  readonly unsignedUrgent: readonly UnsignedUrgent[];
  /** The head holds both seats (rule `permit.small-firm`). */
  readonly headHoldsBoth: boolean;
  /** Whether the occupier's phone is a second person's; true if no occupier confirms. */
  readonly occupierIsAnother: boolean;
  /** Other works too near at that time, the forbidding and those that are only warned of. */
  readonly conflicts: readonly ConflictingWork[];
  /** Permits that name the same people at the same time. */
  readonly overlapping: readonly OverlappingWork[];
}

export interface ConflictingWork extends Period {
  readonly rule: Omit<SimopsRule, 'distanceM'>;
  readonly distanceM: number;
  /** Null: the place of the work itself, open to the public at that time. */
  readonly other: { readonly id: string; readonly kind: NeighbourKind; readonly placeName: string } | null;
}

/** What speaks against the work itself, seats of its chain that nobody can fill, works too near: the first of it. */
export function submissionRefusal(snapshot: PermitSnapshot, submission: Submission): Refusal | null {
  const { permit, rules } = snapshot;
  const { headHoldsBoth, raised } = submission;
  return (
    workRefusal(snapshot, submission) ??
    approverMissing({ ...permit, headHoldsBoth }, submission, rules.withLevel(raised.level)) ??
    conflictingWork(permit, submission.conflicts)
  );
}

/** Its place, small at all, its second person, answers, opening hours, level, length, watcher: the first that speaks against it. */
export function workRefusal({ permit, rules, at }: PermitSnapshot, submission: Submission): Refusal | null {
  const atLevel = rules.withLevel(submission.raised.level);
  return (
    placeRefusal(permit, submission.place) ??
    changedSince(permit, submission.place) ??
    beyondSmallRefusal({ ...permit, answers: permit.levelAnswers }, [], rules) ??
    smallAgainRefusal(permit, submission.smallNear, rules.small) ??
    occupierRefusal(submission.occupierIsAnother) ??
    answersRefusal(permit, rules) ??
    neverClosed(permit, rules) ??
    tooLong(permit, submission.raised, atLevel) ??
    urgentAtLevel(permit, submission.raised, atLevel) ??
    urgentClosed(permit, submission.unsignedUrgent, atLevel.urgent) ??
    watcherUnfit(permit, submission.watcher, atLevel, at) ??
    (atLevel.watcherOnce ? watcherTwice(permit, submission.overlapping) : null)
  );
}

/** Asked again, for the draft may be older than the rules. */
function answersRefusal(permit: Permit, rules: PermitRules): Refusal | null {
  const errors = contradictions(permit, rules);
  if (errors.length > 0) return oneOrMany(errors);
  const asked = permit.levelAnswers.filter(({ code }) => rules.levelQuestions.some((one) => one.code === code));
  const answers = completeAnswers({ ...permit, levelAnswers: asked }, rules);
  const proposed = proposeLevel(permit.proposedLevel, answers, permit.placeKinds, rules);
  return 'fault' in proposed ? levelRefusal(proposed, permit.regime) : null;
}

/** A time that lies in the opening hours altogether would be signed and never worked in. */
function neverClosed(permit: Permit, rules: PermitRules): Refusal | null {
  const time = { from: permit.plannedStart, to: permit.plannedEnd };
  const [open] = openAllAlong(permit, rules.on(permit.plannedStart), time);
  return open ? wrongField('plannedStart', 'permit.open-all-along', { from: open.from, to: open.to }) : null;
}

function tooLong(permit: Permit, { level, raisedBecause }: RaisedLevel, rules: PermitRules): Refusal | null {
  const [fault] = lengthFaults(permit, rules);
  if (!fault) return null;
  const raised = raisedBecause.length > 0;
  const code = raised && fault.code === 'permit.too-long' ? 'permit.too-long-when-raised' : fault.code;
  return invalid(code, {
    params: fault.params,
    errors: [{ path: fault.field, code: fault.code, params: fault.params }],
    extra: { level, raisedBecause },
  });
}

/** A level that was raised may be one that nobody approves from afar. */
function urgentAtLevel(permit: Permit, { level, raisedBecause }: RaisedLevel, { urgent }: PermitRules): Refusal | null {
  if (!permit.urgent || urgent?.allowed) return null;
  const code = 'permit.urgent-not-allowed';
  return invalid(code, { errors: [{ path: 'urgent', code }], extra: { level, raisedBecause } });
}

/** The watcher named must be able to watch at all; where they are when work begins is asked then. */
function watcherUnfit(permit: Permit, watcher: Submission['watcher'], rules: PermitRules, at: Instant): Refusal | null {
  if (watcher === null) return null;
  if (watcher === 'unknown') return wrongField('fireWatchId', 'permit.watcher-unknown');
  const { user: person, facts } = watcher;
  const reasons = [
    ...qualifiedToWatch({ permit, state: permit.state, person, input: {}, rules, at }),
    ...watcherReasons({ ...facts, watchesNumber: null }, rules, at),
  ];
  const [first] = reasons;
  return first
    ? invalid(first.code, {
        params: first.params,
        errors: reasons.map(({ code, params }) => ({ path: 'fireWatchId', code, params })),
      })
    : null;
}

/** What rule `permit.simops` forbids; what it only warns of was shown before. */
export function conflictingWork(permit: Permit, conflicts: readonly ConflictingWork[]): Refusal | null {
  const forbidding = conflicts.filter(({ rule, other }) => rule.severity === 'block' && other?.id !== permit.extendsId);
  const [first] = forbidding;
  if (!first) return null;
  return conflict('permit.conflicting-work', {
    params: namedText('work', (language) => wordIn(first.rule, language)),
    extra: {
      conflicts: forbidding.map(({ rule, distanceM, other, from, to }) => ({
        code: rule.code,
        distanceM,
        kind: other?.kind ?? rule.with,
        placeName: other?.placeName ?? permit.placeName,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      })),
    },
  });
}

/** `submit`: the platform fixes the time, raises the level by itself, lays down the checklist and waits for the first who has to sign. */
export function submitted(
  { permit, person, rules, at }: PermitSnapshot,
  { submission: { raised, headHoldsBoth } }: { readonly submission: Submission },
): Change {
  const { level, raisedBecause } = raised;
  const atLevel = rules.withLevel(level);
  const round = permit.round + 1;
  const codes = measuresFor(atLevel.measures, permit).map(({ code }) => code);
  const own = person.kind === 'user' ? person : null;
  const seat = own && seatOfApplicant(placesOf(atLevel.chain), own, permit);
  return {
    set: {
      ...(permit.startsNow && { plannedStart: permit.plannedStart, plannedEnd: permit.plannedEnd }),
      level,
      raisedBecause,
      round,
      ruleVersion: atLevel.version,
      submittedAt: at,
      waitingSince: atLevel.occupierConfirms ? null : at,
      reminders: 0,
      occupierConfirmedAt: null,
      ...((permit.headHoldsBoth ?? false) !== headHoldsBoth && { headHoldsBoth }),
    },
    records: [{ kind: 'checklist', codes }, ...(own && seat ? [filledIn(permit, seat, own.roles, round)] : [])],
    detail: { level, raisedBecause, round, ...(seat && { filledIn: seat.step }) },
    follow: atLevel.occupierConfirms ? [{ kind: 'send-occupier-code' }] : [],
  };
}

/** The applicant's own seat on the form: held by filling it in, and shown as that. */
const filledIn = (permit: Permit, seat: Place, roles: readonly string[], round: number): PermitRecord => ({
  kind: 'signature',
  round,
  userId: permit.applicantId,
  signing: {
    place: seat,
    role: seat.roles.find((role) => roles.includes(role))!,
    onBehalfOf: null,
    covers: [seat.number],
  },
  comment: null,
  signatureFileId: null,
  filledIn: true,
});
