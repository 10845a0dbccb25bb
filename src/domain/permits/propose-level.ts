import { invalid, type Refusal } from '../../kernel/refusal';
import type { LevelAnswer } from './permit';
import type { PermitRules } from './permit-rules';

export interface LevelFault {
  readonly fault: 'permit.level-unknown' | 'permit.question-unknown' | 'permit.level-below-proposed';
  readonly least?: string;
}

export type ProposedLevel = { readonly level: string } | LevelFault;

/**
 * The level the work has by itself: the strictest that a "yes" to the regime's questions calls for (rule
 * `permit.level-questions`), the weakest without any. Who asks may take a stricter one, never a weaker.
 */
export function proposeLevel(
  asked: string | null,
  answers: readonly LevelAnswer[],
  { levels, levelQuestions }: Pick<PermitRules, 'levels' | 'levelQuestions'>,
): ProposedLevel {
  if (answers.some(({ code }) => !levelQuestions.some((question) => question.code === code)))
    return { fault: 'permit.question-unknown' };
  if (asked !== null && !levels.includes(asked)) return { fault: 'permit.level-unknown' };
  const called = answers
    .filter(({ yes }) => yes)
    .map(({ code }) => levels.indexOf(levelQuestions.find((question) => question.code === code)!.level));
  const least = levels[Math.min(levels.length - 1, ...called)]!;
  if (asked === null) return { level: least };
  return levels.indexOf(asked) <= levels.indexOf(least)
    ? { level: asked }
    : { fault: 'permit.level-below-proposed', least };
}

export const levelRefusal = ({ fault, least }: LevelFault): Refusal => {
  const path = fault === 'permit.question-unknown' ? 'levelAnswers' : 'level';
  const params = least === undefined ? undefined : { least };
  return invalid(fault, { params, errors: [{ path, code: fault, params }] });
};
