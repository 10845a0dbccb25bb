import type { DatedRule } from './dated-rules';

/** A pin moved within its own circle does not make another place of a shop. */
export const smallSamePlace: readonly DatedRule[] = [
  {
    id: 'dated-small-same-place',
    key: 'permit.small-same-place',
    validFrom: '2025-04-17T00:00:00+08:00',
    value: ['occupier-phone', 'occupier', 'site', 'welder', 'applicant'],
    source: '平台默认（范围重叠且现场管理人、场所、焊工或申请人相同的，按同一地点计次）',
    certainty: 'default',
  },
];
