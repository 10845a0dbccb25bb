import type { Permit } from '../../../../src/domain/permits/permit';
import type { PermitStep } from '../../../../src/domain/permits/permit-life-cycle';
import type { PermitRules } from '../../../../src/domain/permits/permit-rules';
import type { Person, WatcherFacts } from '../../../../src/domain/permits/snapshot';
import { decide } from '../../../../src/domain/permits/steps/decide';
import type { StepInput } from '../../../../src/domain/permits/steps/inputs';
import type { Decided, Evidence, Refused, Step } from '../../../../src/domain/permits/steps/step';
import type { Refusal } from '../../../../src/kernel/refusal';
import { ok, type Result } from '../../../../src/kernel/result';
import type { Instant } from '../../../../src/kernel/time';
import { people, rulesOf, T0, type PersonName } from '../permit-facts';

/** Steps are taken a millisecond after everything else, so that no other time can be mistaken for theirs. */
export const NOW: Instant = T0 + 1;

export const PHOTO: Evidence = { fileId: 'F-photo', sha256: 'a1' };
export const DRAWN: Evidence = { fileId: 'F-drawn', sha256: 'b2' };
export const FREE: WatcherFacts = { watchesNumber: null, weldsHere: false, trainingEndsAt: null };
export const HERE = { lat: 34.12, lng: 113.82 };

/** By which rules, and when; those that ship, and now. */
interface When {
  readonly rules?: PermitRules;
  readonly at?: Instant;
}

export function answerTo<S extends PermitStep>(
  step: S,
  asked: Permit,
  who: PersonName | Person,
  given: Result<StepInput<S>, Refusal>,
  { at = NOW, rules = rulesOf(asked, at) }: When = {},
): Decided {
  const person = typeof who === 'string' ? people[who] : who;
  return decide(step, { permit: asked, rules, person }, given, at);
}

/** A step that is open, with all that it writes. */
export function taken<S extends PermitStep>(
  step: S,
  asked: Permit,
  who: PersonName | Person,
  input: StepInput<S>,
  when: When = {},
): Step {
  const decided = answerTo(step, asked, who, ok(input), when);
  if (!decided.ok) throw new Error(`${step} was refused: ${JSON.stringify(decided.refusal)}`);
  return decided.value;
}

/** The refusal of a step, and whether it calls for help. */
export function stopped<S extends PermitStep>(
  step: S,
  asked: Permit,
  who: PersonName | Person,
  input: StepInput<S>,
  when: When = {},
): Refused {
  const decided = answerTo(step, asked, who, ok(input), when);
  if (decided.ok) throw new Error(`${step} was open`);
  return decided;
}

/** All that a step leaves behind, beside news and the next deadline. */
export const writtenBy = ({
  set,
  records,
  detail,
  follow,
}: Step): Pick<Step, 'set' | 'records' | 'detail' | 'follow'> => ({
  set,
  records,
  detail,
  follow,
});
