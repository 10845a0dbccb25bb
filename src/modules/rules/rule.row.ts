import type { RuleVersion } from '../../domain/rules/rule-book';
import type { Instant } from '../../kernel/time';

/** A rule as the table holds it, or as `rule_changes` kept it in JSON: there the times are ISO texts. */
export interface RuleRow {
  readonly id: string;
  readonly key: string;
  readonly regime: string;
  readonly level: string;
  readonly region_code: string;
  readonly valid_from: Instant | string;
  readonly valid_to: Instant | string | null;
  readonly value: unknown;
  readonly source: string;
  readonly certainty: RuleVersion['certainty'];
  /** Missing in what was kept before regions could set rules. */
  readonly set_by?: string | null;
}

export const toRule = (row: RuleRow): RuleVersion => ({
  id: row.id,
  key: row.key,
  regime: row.regime,
  level: row.level,
  regionCode: row.region_code,
  validFrom: new Date(row.valid_from).getTime(),
  validTo: row.valid_to === null ? null : new Date(row.valid_to).getTime(),
  value: row.value,
  source: row.source,
  certainty: row.certainty,
  ...(typeof row.set_by === 'string' && { setBy: row.set_by }),
});
