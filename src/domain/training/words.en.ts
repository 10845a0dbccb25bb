import type { TrainingWords } from './words.zh';

export const trainingWords: TrainingWords = {
  questionKind: { single: 'One answer', multiple: 'Several answers', 'true-false': 'True or false' },
  providerState: { active: 'In order', suspended: 'Suspended' },
  checkResult: { passed: 'Passed', 'to-improve': 'To be improved', failed: 'Failed' },
  topic: {
    'hot-work': 'Hot work',
    gas: 'Cylinders and gas',
    electric: 'Electricity in welding',
    fire: 'Fire and escape',
    law: 'Duties under the law',
    protection: 'Personal protection',
  },
};
