import type { DatedRule } from './dated-rules';

const NOTICE = '2025-04-17T00:00:00+08:00';

/** Which cards a welder is expected to hold. Another kind is pointed out only: a special-equipment card is for such equipment. */
export const certificateKinds: readonly DatedRule[] = [
  {
    id: 'dated-certificate-kinds',
    key: 'certificate.kinds',
    validFrom: NOTICE,
    value: ['special-operation', 'construction'],
    source:
      '国家消防救援局、住房城乡建设部、应急管理部、市场监管总局2025年4月17日联合通告（焊接与热切割作业或建筑焊工；特种设备焊接证只用于特种设备）',
    certainty: 'B',
  },
  {
    id: 'dated-certificate-kinds-chemical',
    key: 'certificate.kinds',
    regime: 'chemical',
    validFrom: NOTICE,
    value: ['special-operation'],
    source: '平台默认（建筑焊工证用于房屋建筑和市政工程）',
    certainty: 'default',
  },
];
