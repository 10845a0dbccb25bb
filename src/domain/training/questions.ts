export const QUESTION_KINDS = ['single', 'multiple', 'true-false'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Option {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

export interface Question {
  readonly kind: QuestionKind;
  readonly options: readonly Option[];
  readonly correct: readonly string[];
}

export type QuestionFault = 'training.options-wrong' | 'training.correct-unknown' | 'training.correct-count';

const MOST_OPTIONS = 8;

/** A question is asked only if it can be answered: two options or more, each key once, the right ones among them. */
export function questionFault({ kind, options, correct }: Question): QuestionFault | null {
  const keys = new Set(options.map(({ key }) => key));
  const asked = kind === 'true-false' ? options.length === 2 : options.length >= 3 && options.length <= MOST_OPTIONS;
  if (!asked || keys.size !== options.length) return 'training.options-wrong';
  if (new Set(correct).size !== correct.length || correct.some((key) => !keys.has(key)))
    return 'training.correct-unknown';
  return (kind === 'multiple' ? correct.length >= 2 : correct.length === 1) ? null : 'training.correct-count';
}
