import type { DatedRule } from './dated-rules';

/** In the chemical trade nobody watches without the certificate of the training. */
export const watcherRules: readonly DatedRule[] = [
  {
    id: 'dated-watcher-training-chemical',
    key: 'permit.watcher-training',
    regime: 'chemical',
    validFrom: '2022-10-01T00:00:00+08:00',
    value: 'enforce',
    source: 'GB 30871-2022 4.10（监护人应经专项培训考试合格，持培训合格证上岗）',
    certainty: 'A',
  },
];
