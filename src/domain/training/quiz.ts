import type { Question } from './questions';

/** A number from 0 up to 1 for each call, from a text alone: the same seed draws the same questions for ever (xmur3, mulberry32). */
function numbersFrom(seed: string): () => number {
  let hash = 1779033703 ^ seed.length;
  for (const sign of seed) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  let state = hash >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws `count` of them without repetition. The order of the bank is made no matter by sorting first. */
export function drawQuestions(ids: readonly string[], count: number, seed: string): string[] {
  const left = [...ids].sort();
  const next = numbersFrom(seed);
  const drawn: string[] = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

export interface Answer {
  readonly questionId: string;
  readonly choices: readonly string[];
}

export interface Asked extends Question {
  readonly id: string;
}

export type AnswersFault = 'training.question-not-drawn' | 'training.question-twice' | 'training.answer-missing' | 'training.choice-unknown'; // prettier-ignore

/** Every drawn question is answered once, with its own options; an answer to another question was not asked for. */
export function answersFault(asked: readonly Asked[], answers: readonly Answer[]): AnswersFault | null {
  const known = new Map(asked.map((one) => [one.id, one]));
  if (answers.some(({ questionId }) => !known.has(questionId))) return 'training.question-not-drawn';
  if (new Set(answers.map(({ questionId }) => questionId)).size !== answers.length) return 'training.question-twice';
  if (answers.length !== asked.length || answers.some(({ choices }) => choices.length === 0))
    return 'training.answer-missing';
  const strange = answers.some(({ questionId, choices }) =>
    choices.some((key) => !known.get(questionId)?.options.some((option) => option.key === key)),
  );
  return strange ? 'training.choice-unknown' : null;
}

/** Right means all the right options and no other. */
const isRight = ({ correct }: Question, choices: readonly string[]): boolean =>
  new Set(choices).size === correct.length && correct.every((key) => choices.includes(key));

export interface Graded {
  readonly rightIds: readonly string[];
  readonly passed: boolean;
}

export function gradeQuiz(asked: readonly Asked[], answers: readonly Answer[], passPercent: number): Graded {
  const rightIds = asked
    .filter((one) => isRight(one, answers.find(({ questionId }) => questionId === one.id)?.choices ?? []))
    .map(({ id }) => id);
  return { rightIds, passed: rightIds.length * 100 >= passPercent * asked.length && asked.length > 0 };
}
