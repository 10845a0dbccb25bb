import { namedText } from '../../kernel/language';
import { invalid, type Refusal } from '../../kernel/refusal';
import type { LevelAnswer, Regime } from './permit';
import type { PermitRules } from './permit-rules';
import { levelName } from './words';

export interface LevelFault {
  readonly fault: 'permit.level-unknown' | 'permit.question-unknown' | 'permit.level-below-proposed';
  readonly least?: string;
}

export type ProposedLevel = { readonly level: string } | LevelFault;

/**
 * The level that the work has by itself (rules `permit.level-questions` and `permit.level-of-place`). It is the
 * strictest level that a "yes" to a question or a kind of the place asks for; the weakest level if there is none. The
 * applicant may take a stricter level, never a weaker one.
 */
export function proposeLevel(
  asked: string | null,
  answers: readonly LevelAnswer[],
  placeKinds: readonly string[],
  { levels, levelQuestions, levelOfPlace }: Pick<PermitRules, 'levels' | 'levelQuestions' | 'levelOfPlace'>,
): ProposedLevel {
  if (answers.some(({ code }) => !levelQuestions.some((question) => question.code === code)))
    return { fault: 'permit.question-unknown' };
  if (asked !== null && !levels.includes(asked)) return { fault: 'permit.level-unknown' };
  const called = [
    ...answers.filter(({ yes }) => yes).map(({ code }) => levelQuestions.find((one) => one.code === code)!.level),
    ...placeKinds.flatMap((kind) => levelOfPlace[kind] ?? []),
  ];
  const least = levels[Math.min(levels.length - 1, ...called.map((level) => levels.indexOf(level)))]!;
  if (asked === null) return { level: least };
  return levels.indexOf(asked) <= levels.indexOf(least)
    ? { level: asked }
    : { fault: 'permit.level-below-proposed', least };
}

export const levelRefusal = ({ fault, least }: LevelFault, regime: Regime): Refusal => {
  const path = fault === 'permit.question-unknown' ? 'levelAnswers' : 'level';
  const params = least === undefined ? undefined : namedText('least', (language) => levelName(regime, least, language));
  return invalid(fault, { params, errors: [{ path, code: fault, params }] });
};
