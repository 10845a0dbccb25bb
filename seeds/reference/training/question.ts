import type { QuestionKind } from '../../../src/domain/training/questions';
import type { TrainingTopic } from '../../../src/domain/training/topics';

/** In Chinese and in English. */
type Words = readonly [zh: string, en: string];

export interface SeedQuestion {
  readonly id: string;
  readonly topic: TrainingTopic;
  readonly kind: QuestionKind;
  readonly text: Words;
  readonly options: readonly Words[];
  /** Letters of the right options, in the order of the options. */
  readonly correct: string;
  readonly explanation: Words;
  readonly source: string;
}

type Asked = Omit<SeedQuestion, 'kind' | 'options' | 'id' | 'topic'>;

const TRUE_FALSE: readonly Words[] = [
  ['正确', 'True'],
  ['错误', 'False'],
];

type Named = readonly [id: string, topic: TrainingTopic];

export const choice = ([id, topic]: Named, asked: Asked & Pick<SeedQuestion, 'options'>): SeedQuestion => ({
  ...{ id: `question-${id}`, topic, kind: asked.correct.length > 1 ? 'multiple' : 'single' },
  ...asked,
});

/** `correct`: A is true, B is false. */
export const claim = ([id, topic]: Named, asked: Asked): SeedQuestion => ({
  ...{ id: `question-${id}`, topic, kind: 'true-false', options: TRUE_FALSE },
  ...asked,
});
