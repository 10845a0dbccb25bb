import { seededRules } from '../../../migrations/rules/all-rules';
import { placeAnswers } from '../../../migrations/rules/place-answers';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';

const BEGINNING = Date.parse('2000-01-01T00:00:00+08:00');

/** The rules a new platform begins with, as rows. */
export const seededVersions: readonly RuleVersion[] = [...seededRules, ...placeAnswers].map(
  ({ key, regime = '', level = '', value, source, certainty }, i) => ({
    id: `seed-${i}`,
    key,
    regime,
    level,
    regionCode: '',
    validFrom: BEGINNING,
    validTo: null,
    value,
    source,
    certainty,
  }),
);

export const seededBook = new RuleBook(seededVersions, 'seeded');
