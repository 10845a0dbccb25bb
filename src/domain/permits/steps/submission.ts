import { conflict, invalid, oneOrMany, type Refusal } from '../../../kernel/refusal';
import type { Instant, Period } from '../../../kernel/time';
import { partyId, type Place, type RoleHolder } from '../approval-chain';
import { beyondSmallRefusal } from '../beyond-small';
import { watcherReasons } from '../fire-watch';
import { completeAnswers, contradictions } from '../level-answers';
import { placesWithoutAccount } from '../living-approvers';
import { measuresFor } from '../measures';
import { occupierRefusal } from '../occupier';
import { qualifiedToWatch } from '../people';
import type { Permit } from '../permit';
import type { PermitRules } from '../permit-rules';
import { levelRefusal, proposeLevel } from '../propose-level';
import type { RaisedLevel } from '../raise-level';
import type { NeighbourKind, SimopsRule } from '../simops';
import type { PermitSnapshot, User, WatcherFacts } from '../snapshot';
import { lengthFaults } from '../validity';
import type { Change } from './step';

/** What the platform looks at by itself when a permit is submitted. */
export interface Submission {
  readonly raised: RaisedLevel;
  /** The account that is named as watcher; null: none is named. */
  readonly watcher: { readonly user: User; readonly facts: WatcherFacts } | 'unknown' | null;
  /** Everybody with a duty that the chain of the raised level asks for. */
  readonly holders: readonly RoleHolder[];
  /** To whom one turns where nobody has a duty, by enterprise. */
  readonly leaders: ReadonlyMap<string, readonly { readonly name: string; readonly role: string }[]>;
  /** Whether the occupier's phone is a second person's; true where no occupier confirms. */
  readonly occupierIsAnother: boolean;
  /** Other works too near at that time, the forbidding and those that are only warned of. */
  readonly conflicts: readonly ConflictingWork[];
}

export interface ConflictingWork extends Period {
  readonly rule: Pick<SimopsRule, 'code' | 'with' | 'severity' | 'zh' | 'en'>;
  readonly distanceM: number;
  /** Null: the place of the work itself, open to the public at that time. */
  readonly other: { readonly id: string; readonly kind: NeighbourKind; readonly placeName: string } | null;
}

/** Small at all, its second person, answers, level, length, approvers, watcher, conflicting works: the first that speaks against it. */
export function submissionRefusal({ permit, rules, at }: PermitSnapshot, submission: Submission): Refusal | null {
  const atLevel = rules.withLevel(submission.raised.level);
  return (
    beyondSmallRefusal({ ...permit, answers: permit.levelAnswers }, [], rules) ??
    occupierRefusal(submission.occupierIsAnother) ??
    answersRefusal(permit, rules) ??
    tooLong(permit, submission.raised, atLevel) ??
    urgentAtLevel(permit, submission.raised, atLevel) ??
    watcherUnfit(permit, submission.watcher, atLevel, at) ??
    approverMissing(permit, submission, atLevel) ??
    conflictingWork(permit, submission.conflicts)
  );
}

/** Asked again, for the draft may be older than the rules. */
function answersRefusal(permit: Permit, rules: PermitRules): Refusal | null {
  const errors = contradictions(permit, rules);
  if (errors.length > 0) return oneOrMany(errors);
  const asked = permit.levelAnswers.filter(({ code }) => rules.levelQuestions.some((one) => one.code === code));
  const answers = completeAnswers({ ...permit, levelAnswers: asked }, rules);
  const proposed = proposeLevel(permit.proposedLevel, answers, rules);
  return 'fault' in proposed ? levelRefusal(proposed) : null;
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
  if (watcher === 'unknown')
    return invalid('permit.watcher-unknown', { errors: [{ path: 'fireWatchId', code: 'permit.watcher-unknown' }] });
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

/**
 * A chain with a place for which nobody has an account: who is missing, and to whom to turn. Where somebody has one but
 * cannot sign here (the applicant themselves), the permit says so and waits for another to be appointed.
 */
function approverMissing(permit: Permit, { holders, leaders }: Submission, rules: PermitRules): Refusal | null {
  const missing = placesWithoutAccount(permit, rules, holders).map((place) => missingAt(place, permit, leaders));
  const [first] = missing;
  if (!first) return null;
  const turnTo = first.turnTo.map(({ name }) => name);
  return conflict(turnTo.length > 0 ? 'permit.approver-missing' : 'permit.approver-missing-and-leader', {
    params: { titleZh: first.titleZh, titleEn: first.titleEn, turnTo },
    extra: { missing },
  });
}

function missingAt(place: Place, permit: Permit, leaders: Submission['leaders']) {
  const { step, roles, of, titleZh, titleEn } = place;
  const enterpriseId = partyId(of, permit);
  const turnTo = (leaders.get(enterpriseId ?? '') ?? []).map(({ name, role }) => ({ name, role }));
  return { step, roles, of, titleZh, titleEn, enterpriseId, turnTo };
}

/** What rule `permit.simops` forbids; what it only warns of was shown before. */
function conflictingWork(permit: Permit, conflicts: readonly ConflictingWork[]): Refusal | null {
  const forbidding = conflicts.filter(({ rule, other }) => rule.severity === 'block' && other?.id !== permit.extendsId);
  const [first] = forbidding;
  if (!first) return null;
  return conflict('permit.conflicting-work', {
    params: { workZh: first.rule.zh, workEn: first.rule.en },
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

/** `submit`: the platform raises the level by itself, lays down the checklist and waits for the first who has to sign. */
export function submitted(
  { permit, person, rules, at }: PermitSnapshot,
  { submission: { raised } }: { readonly submission: Submission },
): Change {
  const { level, raisedBecause } = raised;
  const atLevel = rules.withLevel(level);
  const round = permit.round + 1;
  const codes = measuresFor(atLevel.measures, permit).map(({ code }) => code);
  // Whoever declares a small job has gone through its checklist: that is what declaring means.
  const confirmedBy = atLevel.occupierConfirms && person.kind === 'user' ? person.userId : null;
  return {
    set: {
      level,
      raisedBecause,
      round,
      ruleVersion: atLevel.version,
      submittedAt: at,
      waitingSince: atLevel.occupierConfirms ? null : at,
      reminders: 0,
    },
    records: [{ kind: 'checklist', codes, confirmedBy }],
    detail: { level, raisedBecause, round },
    follow: atLevel.occupierConfirms ? [{ kind: 'send-occupier-code' }] : [],
  };
}
