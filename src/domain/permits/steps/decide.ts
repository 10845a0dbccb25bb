import type { Refusal } from '../../../kernel/refusal';
import { refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { effectiveState } from '../effective-state';
import type { Permit, PermitState } from '../permit';
import { permitLifeCycle, type PermitStep } from '../permit-life-cycle';
import type { PermitRules } from '../permit-rules';
import { outgrown } from '../place-rule';
import type { CommandInput, PermitSnapshot, Person } from '../snapshot';
import { nextDueAt } from '../what-time-brings';
import { afterChange } from './after';
import { amended, amendmentRefused } from './amend';
import { changedNews } from './audience';
import { gasTested, isReading, sampleRefused } from './gas';
import type { StepInput } from './inputs';
import { recorded } from './paper';
import { fileUnknown, NOT_READY, refusalOf } from './refusal-of-step';
import { approved, countersigned, declared, issued, turnedDown, visited } from './sign';
import type { Change, Decided, News, Refused, Step, Trace } from './step';
import { submissionRefusal, submitted } from './submission';
import { takeInRefusal, takenIn } from './take-in';
import { tapped, watchLeft, watchSubstituted, watchTaken } from './watch';
import { closed, expired, finished, handedOver, residualFire, resumed, started, suspended, ticked, ticksRefused } from './work'; // prettier-ignore

/** A permit, the rules that hold for it, and who takes a step with it. */
export interface StepSnapshot<P extends Permit = Permit> {
  readonly permit: P;
  readonly rules: PermitRules;
  readonly person: Person;
}

/** The changes of a step, after the table and all objections let it pass. `to` is the next state by the table. */
type StepRule<S extends PermitStep> = (snapshot: PermitSnapshot, input: StepInput<S>, to: PermitState) => Change;
type Objection<S extends PermitStep> = (snapshot: PermitSnapshot, input: StepInput<S>) => Refusal | null;

const STEPS: { readonly [S in PermitStep]: StepRule<S> } = {
  submit: submitted,
  'take-in': takenIn,
  'site-visit': visited,
  approve: approved,
  countersign: countersigned,
  return: turnedDown,
  reject: turnedDown,
  cancel: turnedDown,
  issue: issued,
  'work-leader-opinion': recorded('work-leader-opinion'),
  briefing: recorded('briefing'),
  'briefing-received': recorded('briefing-received'),
  'shift-check': recorded('shift-check'),
  'occupier-confirmation': declared,
  measures: ticked,
  'gas-test': gasTested,
  'fire-watch-on': watchTaken,
  'substitute-watch': watchSubstituted,
  'watch-tap': tapped,
  'fire-watch-off': watchLeft,
  start: started,
  suspend: suspended,
  resume: resumed,
  finish: finished,
  close: closed,
  amend: amended,
  expire: expired,
  'hand-over': handedOver,
};

/** Content that cannot be meant; said before what is still to be done. */
const MEANINGLESS: { readonly [S in PermitStep]?: Objection<S> } = {
  measures: ticksRefused,
  'gas-test': sampleRefused,
  amend: amendmentRefused,
};

/** The last objections to a command, checked after the permit itself is ready. */
const HINDRANCES: { readonly [S in PermitStep]?: Objection<S> } = {
  submit: (snapshot, { submission }) => submissionRefusal(snapshot, submission),
  'take-in': takeInRefusal,
  issue: ({ permit }, { placeRule }) => (placeRule ? outgrown(permit, placeRule) : null),
  'occupier-confirmation': ({ permit }, { placeRule }) => (placeRule ? outgrown(permit, placeRule) : null),
  start: ({ permit }, { placeRule }) => (placeRule ? outgrown(permit, placeRule) : null),
};

/** Steps that are told otherwise than in history, audit and news. */
const TRACES: { readonly [S in PermitStep]?: (input: StepInput<S>) => Trace } = {
  'gas-test': (input) => (isReading(input) ? 'reading' : 'step'),
};

/** Refusals that call for help all the same. */
const ALARMS: { readonly [S in PermitStep]?: (snapshot: PermitSnapshot, input: StepInput<S>) => News | null } = {
  close: residualFire,
};

/**
 * One step of a permit's life, decided whole: the table is evaluated once, and what is saved, told and to follow comes
 * back as data. `given` is what the command brings along, or why that cannot be read; the wrong person is told so first.
 */
export function decide<S extends PermitStep, P extends Permit>(
  step: S,
  { permit, rules, person }: StepSnapshot<P>,
  given: Result<StepInput<S>, Refusal>,
  at: Instant,
): Decided<P> {
  // the clock's own step goes from what is stored to what has long been so
  const state = step === 'expire' ? permit.state : effectiveState(permit, at);
  const input: CommandInput = given.ok ? given.value : { unreadable: true };
  const snapshot: PermitSnapshot = { permit, state, person, rules, input, at };
  const outcome = permitLifeCycle.step(snapshot, step);
  const stopped = outcome.outcome === 'moved' ? null : refusalOf(outcome, snapshot, step);
  if (stopped && stopped.code !== NOT_READY) return refused(stopped);
  if (!given.ok) return given;
  const objection = objectionTo(step, snapshot, given.value, stopped);
  if (objection) return objection;
  if (outcome.outcome !== 'moved') throw new Error(`step ${step} is neither open nor refused`);
  const change = STEPS[step](snapshot, given.value, outcome.to);
  const trace = TRACES[step]?.(given.value) ?? 'step';
  return { ok: true, value: wholeStep({ step, trace, permit, rules, from: state, to: outcome.to, change, at }) };
}

/** `notReady`: what the table still asks for. Content that cannot be meant is said before it, what hinders at last after it. */
function objectionTo<S extends PermitStep>(
  step: S,
  snapshot: PermitSnapshot,
  input: StepInput<S>,
  notReady: Refusal | null,
): Refused | null {
  const meaningless = MEANINGLESS[step]?.(snapshot, input);
  if (meaningless) return refused(meaningless);
  if (notReady) {
    const alarm = ALARMS[step]?.(snapshot, input);
    return alarm ? { ...refused(notReady), alarm } : refused(notReady);
  }
  const hindrance = fileUnknown(input) ?? HINDRANCES[step]?.(snapshot, input);
  return hindrance ? refused(hindrance) : null;
}

interface Moved<P extends Permit> extends Pick<Step<P>, 'trace' | 'from' | 'to'> {
  readonly step: PermitStep;
  readonly permit: P;
  readonly rules: PermitRules;
  readonly change: Change;
  readonly at: Instant;
}

function wholeStep<P extends Permit>({ step, trace, permit, rules, from, to, change, at }: Moved<P>): Step<P> {
  const after = afterChange(permit, change, to, at);
  const rulesAfter = rules.heldBy(after, at);
  const changed = trace === 'reading' ? [] : [changedNews(after, rulesAfter, step)];
  return {
    name: step,
    trace,
    from,
    to,
    set: change.set ?? {},
    records: change.records ?? [],
    detail: change.detail ?? {},
    news: [...changed, ...(change.news ?? [])],
    follow: change.follow ?? [],
    after,
    dueAt: nextDueAt(after, rulesAfter),
  };
}
