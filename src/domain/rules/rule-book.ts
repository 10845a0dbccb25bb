import { lineage, type RegionCode } from '../../kernel/region-code';
import { covers, type Instant } from '../../kernel/time';

/** One version of one rule: `regime`, `level` and `regionCode` are '' where it holds for all. */
export interface RuleVersion {
  readonly id: string;
  readonly key: string;
  readonly regime: string;
  readonly level: string;
  readonly regionCode: RegionCode;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly value: unknown;
  /** The text the number comes from. */
  readonly source: string;
  /** A: looked up in a public text; B: common knowledge, shown as unconfirmed; default: the platform's own choice. */
  readonly certainty: 'A' | 'B' | 'default';
}

export interface RuleQuery {
  readonly regime?: string;
  readonly level?: string;
  readonly regionCode?: RegionCode;
}

/** All rule versions, asked by date. The narrowest version in force wins: region first, then level, then regime. */
export class RuleBook {
  private readonly byKey = new Map<string, RuleVersion[]>();

  /** `version` names this set of rules in stored decisions, so that they can be replayed. */
  constructor(
    versions: readonly RuleVersion[],
    readonly version: string,
  ) {
    for (const rule of versions) this.byKey.set(rule.key, [...(this.byKey.get(rule.key) ?? []), rule]);
  }

  /** The version in force, or null where no rule speaks: callers must then take the cautious side. */
  find(key: string, query: RuleQuery, at: Instant): RuleVersion | null {
    const regions = ['', ...lineage(query.regionCode ?? '')];
    const candidates = (this.byKey.get(key) ?? []).filter(
      (rule) =>
        covers({ from: rule.validFrom, to: rule.validTo }, at) &&
        (rule.regime === '' || rule.regime === query.regime) &&
        (rule.level === '' || rule.level === query.level) &&
        regions.includes(rule.regionCode),
    );
    const narrowness = (rule: RuleVersion): number =>
      rule.regionCode.length * 4 + (rule.level === '' ? 0 : 2) + (rule.regime === '' ? 0 : 1);
    return candidates.sort((a, b) => narrowness(b) - narrowness(a))[0] ?? null;
  }

  /** A value that must exist; a missing one is a fault of the installation, not of the person asking. */
  value<T>(key: string, query: RuleQuery, at: Instant): T {
    const rule = this.find(key, query, at);
    if (!rule) throw new Error(`no rule "${key}" in force for ${JSON.stringify(query)} at ${new Date(at).toISOString()}`);
    return rule.value as T;
  }
}
