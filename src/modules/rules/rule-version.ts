import type { RuleVersion } from '../../domain/rules/rule-book';
import { columnsOf } from '../../platform/database/columns';
import { RuleVersionRow } from '../../schema/rules/rule-version.row';

/** All columns of `rule_versions r`. */
export const RULE = columnsOf(RuleVersionRow, 'r', [
  ...(['id', 'key', 'regime', 'level', 'regionCode', 'validFrom', 'validTo', 'value', 'source'] as const),
  ...(['certainty', 'setBy'] as const),
]);

export const toRule = ({ certainty, setBy, ...row }: RuleVersionRow): RuleVersion => ({
  ...row,
  certainty: certainty as RuleVersion['certainty'],
  ...(setBy !== null && { setBy }),
});

/** A row of `rule_versions` as `rule_changes` kept it in JSON: columns by their own names, times as ISO texts. */
export interface KeptRule {
  readonly id: string;
  readonly key: string;
  readonly regime: string;
  readonly level: string;
  readonly region_code: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly value: NonNullable<unknown>;
  readonly source: string;
  readonly certainty: string;
  /** Missing in what was kept before regions could set rules. */
  readonly set_by?: string | null;
}

export const keptRule = ({ region_code, valid_from, valid_to, set_by, ...kept }: KeptRule): RuleVersion =>
  toRule({
    ...kept,
    regionCode: region_code,
    validFrom: Date.parse(valid_from),
    validTo: valid_to === null ? null : Date.parse(valid_to),
    setBy: set_by ?? null,
  });
