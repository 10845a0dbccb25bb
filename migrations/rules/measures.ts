import type { Measure } from './measure';
import { chemicalMeasures } from './measures-chemical';
import { constructionMeasures } from './measures-construction';
import { generalMeasures, smallMeasures } from './measures-shops';
import type { SeedRule } from './seed-rule';

const checklist = (
  regime: string,
  value: readonly Measure[],
  source: string,
  certainty: SeedRule['certainty'],
): SeedRule => ({ key: 'permit.measures', regime, value, source, certainty });

/** The checklists; each line names the text it comes from. */
export const measures: readonly SeedRule[] = [
  checklist('small', smallMeasures, '平台默认', 'default'),
  checklist('general', generalMeasures, '平台默认', 'default'),
  checklist('construction', constructionMeasures, 'GB 50720-2011 6.3', 'B'),
  checklist('chemical', chemicalMeasures, 'GB 30871-2022 5.2、5.3、附录A', 'B'),
];
