import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import type { GasTestAsked } from './permit-rule-values';

/**
 * Whether a gas test is asked for this permit: by its regime, by the kind of place, or by an answer (a vessel, pipe or tank
 * that held flammables). First ventilate, then measure, then work (rules `permit.gas-test`, `permit.gas-test-when`).
 */
export function gasTestAsked(
  { placeKinds, levelAnswers }: Pick<Permit, 'placeKinds' | 'levelAnswers'>,
  { gasTest, gasTestWhen }: Pick<PermitRules, 'gasTest' | 'gasTestWhen'>,
): GasTestAsked {
  const byPlace = gasTestWhen.placeKinds.some((kind) => placeKinds.includes(kind));
  const byAnswer = gasTestWhen.answers.some(
    ({ code, unlessPlaceKinds = [] }) =>
      levelAnswers.some((answer) => answer.code === code && answer.yes) &&
      !unlessPlaceKinds.some((kind) => placeKinds.includes(kind)),
  );
  return byPlace || byAnswer ? 'required' : gasTest;
}
