import { legalBasisPersons } from './legal-basis-persons';
import type { DatedRule } from './dated-rules';

/** The version that the platform shipped last. What follows it repeats its value and changes what has to be changed. */
const [before] = legalBasisPersons as [DatedRule];

interface Basis {
  readonly zh: string;
  readonly en: string;
  readonly law: string;
}
const kinds = before.value as Readonly<Record<string, Basis>>;

const LAW_ZH = '《安全生产法》第三十六条第三款、第九十九条第四项';
const LAW_EN = 'Work Safety Law, art. 36, para. 3, and art. 99 (4)';

/** The text before the colon is the law's name; what it asks, its penalty and its certainty stay. */
function cited(kind: string): Basis {
  const basis = kinds[kind];
  if (!basis) throw new Error(`no legal basis was shipped for ${kind}`);
  return {
    ...basis,
    law: LAW_ZH,
    zh: `${LAW_ZH}：${basis.zh.slice(basis.zh.indexOf('：') + 1)}`,
    en: `${LAW_EN}: ${basis.en.slice(basis.en.indexOf(': ') + 2)}`,
  };
}

/** Article 36 has a paragraph and article 99 an item of its own for whoever tampers with monitoring; both were cited as a whole. */
export const tamperingClauses: readonly [DatedRule] = [
  {
    ...before,
    id: 'dated-legal-basis-tampering',
    // a day ahead of the release: a case is shown with the text of the day on which it was found, and shown texts do not change
    validFrom: '2026-12-01T00:00:00+08:00',
    value: { ...kinds, 'chip-tampered': cited('chip-tampered'), 'modified-machine': cited('modified-machine') },
  },
];

/** The row that ends where this one begins. */
export const TAMPERING_FOLLOWS = before.id;
