import type { DatedRule } from './dated-rules';
import { chemicalChecklist, specialChecklist } from './chemical-checklist';

/** Permits issued before keep the list and the signatures of their day. */
const FORM_FROM = '2026-11-27T00:00:00+08:00';
const CHEMICAL = { regime: 'chemical', validFrom: FORM_FROM } as const;

/** What no regime but the chemical one asks. */
const NOWHERE_ELSE = { validFrom: '2000-01-01T00:00:00+08:00', source: '平台默认', certainty: 'default' } as const;

/** The paper of a chemical permit is form A.1 of the standard. */
export const chemicalForm: readonly DatedRule[] = [
  { ...NOWHERE_ELSE, id: 'dated-no-records', key: 'permit.required-records', value: [] },
  // shown and printed as missing, and no obstacle; a county may set it to true
  { ...NOWHERE_ELSE, id: 'dated-records-hold-start', key: 'permit.records-hold-start', value: false },
  { ...NOWHERE_ELSE, id: 'dated-no-video', key: 'permit.video-days', value: 0 },
  {
    ...CHEMICAL,
    id: 'dated-chemical-checklist',
    key: 'permit.measures',
    value: chemicalChecklist,
    source: 'GB 30871-2022 5.2、5.3、附录A 表A.1（逐项注明条款；场所类别的附加措施为平台默认）',
    certainty: 'B',
  },
  {
    ...CHEMICAL,
    id: 'dated-special-checklist',
    key: 'permit.measures',
    level: 'special',
    value: specialChecklist,
    source: 'GB 30871-2022 5.2、5.3、5.4.2、附录A 表A.1（逐项注明条款；场所类别的附加措施为平台默认）',
    certainty: 'B',
  },
  {
    ...CHEMICAL,
    id: 'dated-required-records',
    key: 'permit.required-records',
    value: ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check'],
    source: 'GB 30871-2022 附录A 表A.1（作业负责人意见、安全交底、当班班长验票）',
    certainty: 'A',
  },
  {
    ...CHEMICAL,
    id: 'dated-video-days',
    key: 'permit.video-days',
    level: 'special',
    value: 31,
    source: 'GB 30871-2022 附录B B.3（作业过程影像记录至少留存一个月，按 31 天计）',
    certainty: 'A',
  },
];
