import type { Measure } from '../rules/measure';
import { chemicalChecklist, specialChecklist } from './chemical-checklist';
import type { DatedRule } from './dated-rules';

/** Permits issued before keep the list of their day. */
const FROM = '2026-11-28T00:00:00+08:00';

/** The blanks of form A.1 that ask how many. */
const COUNTED: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'blinds-fitted': { zh: '盲板（块）', en: 'blinds' },
  'extinguishers-ready': { zh: '灭火器（具）', en: 'extinguishers' },
};

const counted = (lines: readonly Measure[]): object[] =>
  lines.map((line) => ({ ...line, ...(COUNTED[line.code] && { number: COUNTED[line.code] }) }));

const CHECKLIST = {
  key: 'permit.measures',
  regime: 'chemical',
  validFrom: FROM,
  certainty: 'B',
} as const;

/** The lines 2 and 8 of the form with the number that is written into them. */
export const countedMeasures: readonly DatedRule[] = [
  {
    ...CHECKLIST,
    id: 'dated-counted-checklist',
    value: counted(chemicalChecklist),
    source: 'GB 30871-2022 5.2、5.3、附录A 表A.1（逐项注明条款；第2、8项填写数量；场所类别的附加措施为平台默认）',
  },
  {
    ...CHECKLIST,
    id: 'dated-counted-special-checklist',
    level: 'special',
    value: counted(specialChecklist),
    source:
      'GB 30871-2022 5.2、5.3、5.4.2、附录A 表A.1（逐项注明条款；第2、8项填写数量；场所类别的附加措施为平台默认）',
  },
];
