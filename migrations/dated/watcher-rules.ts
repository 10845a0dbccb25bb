import type { DatedRule } from './dated-rules';

/** In the chemical trade nobody watches without the certificate of the training; that nobody is named at two points at a time is shown. */
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
  {
    id: 'dated-watcher-once',
    key: 'permit.watcher-once',
    validFrom: '2011-08-01T00:00:00+08:00',
    // signing on at two points is refused anyway; a county may refuse it at submission already
    value: false,
    source: '平台默认（一名监护人同一时段只监护一处：到岗时必查，提交时提示）',
    certainty: 'default',
  },
];
