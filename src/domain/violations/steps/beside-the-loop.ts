import type { Instant } from '../../../kernel/time';
import { ok } from '../../../kernel/result';
import { noted, type StepRule } from './command-input';
import { stepOf, type ViolationCase, type ViolationStep } from './violation-step';

/** 挂牌: a major hazard is listed publicly. */
export const list: StepRule<'list'> = (_, input, at) => ok({ set: { listedAt: at }, detail: noted(input) });

/** 督办: who supervises it, and what they ask for, stands in the note. */
export const supervise: StepRule<'supervise'> = (_, input, at) =>
  ok({ set: { supervisedAt: at }, detail: noted(input) });

/** 移送: to whom, and under which number, stands in the note. The case itself goes on. */
export const handOver: StepRule<'hand-over'> = (_, input, at) =>
  ok({ set: { handedOverAt: at }, detail: noted(input) });

/** The principal of the enterprise was told of a major hazard; null if no phone is known. */
export const tellPrincipal = (violation: ViolationCase, people: number, at: Instant): ViolationStep =>
  stepOf(violation, {
    command: 'tell',
    from: violation.state,
    to: violation.state,
    set: { toldAt: at },
    detail: { people },
  });
