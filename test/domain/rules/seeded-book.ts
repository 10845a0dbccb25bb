import { openPlaceRules } from '../../../migrations/dated/open-places';
import { seededRules } from '../../../migrations/rules/all-rules';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';

const BEGINNING = Date.parse('2000-01-01T00:00:00+08:00');

/** Later versions of seeded rules: each ends the one before it. */
const dated: readonly RuleVersion[] = openPlaceRules.map((rule) => ({
  ...rule,
  regime: '',
  level: '',
  regionCode: '',
  validFrom: Date.parse(rule.validFrom),
  validTo: null,
}));

/** The rules a new platform has, as rows. */
export const seededVersions: readonly RuleVersion[] = [
  ...seededRules.map(({ key, regime = '', level = '', value, source, certainty }, i) => ({
    id: `seed-${i}`,
    key,
    regime,
    level,
    regionCode: '',
    validFrom: BEGINNING,
    validTo: dated.find((later) => later.key === key)?.validFrom ?? null,
    value,
    source,
    certainty,
  })),
  ...dated,
];

export const seededBook = new RuleBook(seededVersions, 'seeded');
