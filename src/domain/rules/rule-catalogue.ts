import type { FieldError } from '../../kernel/refusal';
import { accountRuleKinds } from './account-rule-kinds';
import { certificateRuleKinds } from './certificate-rule-kinds';
import { jobRuleKinds } from './job-rule-kinds';
import { outageRuleKinds } from './outage-rule-kinds';
import { helpRuleKinds } from './help-rule-kinds';
import { permitRuleKinds } from './permit-rule-kinds';
import type { Dimension, RuleKind } from './rule-kind';
import type { Vocabulary } from './shape';
import { supervisionRuleKinds } from './supervision-rule-kinds';
import { inspectionRuleKinds } from './inspection-rule-kinds';
import { qualityRuleKinds } from './quality-rule-kinds';
import { privacyRuleKinds } from './privacy-rule-kinds';
import { selfCheckRuleKinds } from './self-check-rule-kinds';
import { tipRuleKinds } from './tip-rule-kinds';
import { trainingRuleKinds } from './training-rule-kinds';

const KINDS = {
  ...jobRuleKinds,
  ...certificateRuleKinds,
  ...permitRuleKinds,
  ...supervisionRuleKinds,
  ...outageRuleKinds,
  ...helpRuleKinds,
  ...trainingRuleKinds,
  ...tipRuleKinds,
  ...inspectionRuleKinds,
  ...selfCheckRuleKinds,
  ...privacyRuleKinds,
  ...accountRuleKinds,
  ...qualityRuleKinds,
};

/** What the platform may ask the rule book for. */
export type RuleKey = keyof typeof KINDS;

/** Every rule there is, by keys from outside. A key that is not here can neither be seeded nor written. */
export const RULE_KINDS: Readonly<Record<string, RuleKind>> = KINDS;

export const ruleKind = (key: string): RuleKind | null =>
  Object.hasOwn(RULE_KINDS, key) ? (RULE_KINDS[key] ?? null) : null;

export interface Narrowing {
  readonly regime: string;
  readonly level: string;
  readonly regionCode: string;
}

/** What a version is narrowed to although its rule is never asked by it. */
export function strayDimensions({ variesBy }: RuleKind, { regime, level, regionCode }: Narrowing): Dimension[] {
  const given: readonly (readonly [Dimension, string])[] = [
    ['regime', regime],
    ['level', level],
    ['region', regionCode],
  ];
  return given
    .filter(([dimension, value]) => value !== '' && !variesBy.includes(dimension))
    .map(([dimension]) => dimension);
}

export const valueErrors = (kind: RuleKind, value: unknown, words: Vocabulary): FieldError[] =>
  kind.shape(value, 'value', words);
