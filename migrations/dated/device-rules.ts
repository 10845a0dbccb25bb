import type { DatedRule } from './dated-rules';

/** Two people who take the seats of one permit have a device each. */
export const deviceRules: readonly DatedRule[] = [
  {
    id: 'dated-one-device',
    key: 'permit.one-device',
    validFrom: '2000-01-01T00:00:00+08:00',
    value: 2,
    source: '平台默认（同一张票由同一台设备替两人及以上签署或上岗的，提示核实）',
    certainty: 'default',
  },
];
