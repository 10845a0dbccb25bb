import type { QuestionKind } from './questions';
import type { ProviderState, CheckResult } from './providers';
import type { TrainingTopic } from './topics';

/** What people read for the vocabulary of training. */
export interface TrainingWords {
  readonly questionKind: Readonly<Record<QuestionKind, string>>;
  readonly providerState: Readonly<Record<ProviderState, string>>;
  readonly checkResult: Readonly<Record<CheckResult, string>>;
  readonly topic: Readonly<Record<TrainingTopic, string>>;
}

export const trainingWords: TrainingWords = {
  questionKind: { single: '单选题', multiple: '多选题', 'true-false': '判断题' },
  providerState: { active: '正常', suspended: '已暂停' },
  checkResult: { passed: '合格', 'to-improve': '需整改', failed: '不合格' },
  topic: {
    'hot-work': '动火作业',
    gas: '气瓶与气体',
    electric: '焊接用电',
    fire: '火灾与逃生',
    law: '法律责任',
    protection: '个人防护',
  },
};
