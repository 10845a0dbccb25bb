import { levelQuestions } from '../../migrations/rules/level-questions';
import { placeAnswers } from '../../migrations/dated/place-answers';
import type { Answer } from '../../src/modules/permits/draft/asked/given-answers';

const codesOf = (regime: string): string[] =>
  levelQuestions
    .filter((rule) => rule.regime === regime)
    .flatMap(({ value }) => (value as { code: string }[]).map(({ code }) => code));

/** No to every question of a regime, as it ships; those that the kinds of the place answer are left to them. */
export function allNo(regime: string, placeKinds: readonly string[] = []): Record<string, Answer> {
  const byPlace = placeAnswers
    .filter((rule) => rule.regime === regime)
    .flatMap(({ value }) => placeKinds.flatMap((kind) => (value as Record<string, string[]>)[kind] ?? []));
  return Object.fromEntries(codesOf(regime).flatMap((code) => (byPlace.includes(code) ? [] : [[code, 'no']])));
}
