import { conflict, forbidden, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { missingField } from '../command-needs';
import { violationLifeCycle, type ViolationCommand } from '../violation-life-cycle';
import { assign, reassign } from './assign';
import { wrongField, type CommandedViolation, type CommandInputs, type StepRule } from './command-input';
import { handOver, list, supervise } from './beside-the-loop';
import { close, rectify, reopen, review, withdraw } from './loop';
import { stepOf, type ViolationStep } from './violation-step';

type StepRules = { readonly [C in ViolationCommand]: StepRule<C> };

const RULES: StepRules = {
  assign,
  reassign,
  rectify,
  review,
  close,
  reopen,
  withdraw,
  list,
  supervise,
  'hand-over': handOver,
};

/** What a command of a person comes to: a refusal, or the whole step. The order of the checks is the order of the refusals. */
export function decideViolation<C extends ViolationCommand>(
  command: C,
  violation: CommandedViolation,
  input: CommandInputs[C],
  at: Instant,
): Result<ViolationStep, Refusal> {
  const moved = violationLifeCycle.step(violation, command);
  if (moved.outcome === 'not-open') return refused(conflict('violation.command-not-open', openInstead(violation)));
  if (moved.outcome === 'refused') return refused(forbidden(moved.reasons[0]!, openInstead(violation)));
  const missing = missingField(command, input);
  if (missing !== null) return refused(wrongField(missing, 'field.required'));
  const rule: StepRules[C] = RULES[command];
  const effect = rule(violation, input, at);
  if (!effect.ok) return effect;
  return ok(stepOf(violation, { command, from: violation.state, to: moved.to, ...effect.value }));
}

const openInstead = (violation: CommandedViolation): Pick<Refusal, 'extra'> => ({
  extra: { commands: violationLifeCycle.open(violation) },
});
