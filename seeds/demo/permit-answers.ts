import { kindsThatAnswer } from '../../src/domain/permits/level-answers';
import type { LevelAnswer } from '../../src/domain/permits/permit';
import type { PermitRules } from '../../src/domain/permits/permit-rules';

/** Answers from which a level follows: yes by the kinds of the place, and to one question that calls for it; else no. */
export function answersFor(level: string, placeKinds: readonly string[], rules: PermitRules): LevelAnswer[] {
  const byPlace = (code: string): boolean => kindsThatAnswer(code, rules).some((kind) => placeKinds.includes(kind));
  const calling = rules.levelQuestions.filter((question) => question.level === level);
  const yes = calling.find(({ code }) => byPlace(code)) ?? calling[0];
  return rules.levelQuestions.map(({ code }) => ({ code, yes: code === yes?.code || byPlace(code) }));
}
