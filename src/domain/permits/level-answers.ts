import { namedText, wordIn, type NamedText } from '../../kernel/language';
import type { FieldError } from '../../kernel/refusal';
import type { PermitRules } from './permit-rules';
import type { LevelQuestion, PlaceKind } from './permit-rule-values';
import type { LevelAnswer } from './permit';

interface Answered {
  readonly levelAnswers: readonly LevelAnswer[];
  readonly placeKinds: readonly string[];
}

type AskedBy = Pick<PermitRules, 'levelQuestions' | 'placeAnswers'>;

/** Kinds of places that answer this question with yes (rule `permit.place-answers`). */
export const kindsThatAnswer = (question: string, { placeAnswers }: Pick<PermitRules, 'placeAnswers'>): string[] =>
  Object.entries(placeAnswers).flatMap(([kind, questions]) => (questions.includes(question) ? [kind] : []));

const yesByPlace = (question: string, placeKinds: readonly string[], rules: AskedBy): boolean =>
  kindsThatAnswer(question, rules).some((kind) => placeKinds.includes(kind));

/** Answers to questions that the regime does not ask. */
export const unknownQuestions = (
  levelAnswers: readonly LevelAnswer[],
  { levelQuestions }: Pick<PermitRules, 'levelQuestions'>,
): FieldError[] =>
  levelAnswers
    .filter(({ code }) => !levelQuestions.some((question) => question.code === code))
    .map(({ code }) => ({ path: `answers.${code}`, code: 'permit.question-unknown' }));

/** The answers of the applicant, and those that the kinds of the place give. */
export function completeAnswers({ levelAnswers, placeKinds }: Answered, rules: AskedBy): LevelAnswer[] {
  const given = new Set(levelAnswers.map(({ code }) => code));
  const byPlace = rules.levelQuestions.filter(({ code }) => !given.has(code) && yesByPlace(code, placeKinds, rules));
  return [...levelAnswers, ...byPlace.map(({ code }) => ({ code, yes: true }))];
}

/** Not answered is not "no": these have to be answered before a submission. */
export function unanswered(permit: Answered, rules: AskedBy): LevelQuestion[] {
  const known = new Set(completeAnswers(permit, rules).map(({ code }) => code));
  return rules.levelQuestions.filter(({ code }) => !known.has(code));
}

/** A question that is answered with no although a kind of the place says yes, with that kind; and one answered both ways. */
export function contradictions(
  { levelAnswers, placeKinds }: Answered,
  rules: AskedBy & Pick<PermitRules, 'placeKinds'>,
): FieldError[] {
  const denied = new Set(levelAnswers.filter(({ yes }) => !yes).map(({ code }) => code));
  const affirmed = new Set(levelAnswers.filter(({ yes }) => yes).map(({ code }) => code));
  return rules.levelQuestions
    .filter(({ code }) => denied.has(code))
    .flatMap((question) => [
      ...(affirmed.has(question.code) ? [twice(question)] : []),
      ...kindsThatAnswer(question.code, rules)
        .filter((kind) => placeKinds.includes(kind))
        .map((kind) => againstPlace(question, kind, rules.placeKinds)),
    ]);
}

export const questionNames = (question: LevelQuestion): NamedText<'question'> =>
  namedText('question', (language) => wordIn(question, language));

const twice = (question: LevelQuestion): FieldError => ({
  path: `answers.${question.code}`,
  code: 'permit.answered-twice',
  params: questionNames(question),
});

const againstPlace = (question: LevelQuestion, kind: string, known: readonly PlaceKind[]): FieldError => ({
  path: `answers.${question.code}`,
  code: 'permit.answer-against-place',
  params: { ...questionNames(question), ...placeKindNames(kind, known) },
});

/** A kind that the rules know no more is told by its code. */
export function placeKindNames(kind: string, known: readonly PlaceKind[]): NamedText<'kind'> {
  const rule = known.find(({ code }) => code === kind);
  return namedText('kind', (language) => (rule ? wordIn(rule, language) : kind));
}
