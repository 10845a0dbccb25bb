import { isWithin, type RegionCode } from '../../kernel/region-code';
import { covers, type Instant, type Period } from '../../kernel/time';
import type { RuleCertainty } from './certainty';
import type { RuleKey } from './rule-catalogue';
import { stricter } from './strictness/stricter';

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
  readonly certainty: RuleCertainty;
  /**
   * The region of the official who set it. Such a version can only be stricter. Missing: set by the platform or its
   * administrator.
   */
  readonly setBy?: RegionCode;
}

export interface RuleQuery {
  readonly regime?: string;
  readonly level?: string;
  readonly regionCode?: RegionCode;
}

/** What a region set gives way to a wider version that has become stricter meanwhile. */
const holdsBefore = (wider: RuleVersion, { key, value, setBy }: RuleVersion): boolean =>
  setBy === undefined || ['stricter', 'same'].includes(stricter(key, wider.value, value));

/** A longer region code outweighs a level, a level outweighs a regime. */
export const narrowness = ({ regionCode, level, regime }: RuleVersion): number =>
  regionCode.length * 4 + (level === '' ? 0 : 2) + (regime === '' ? 0 : 1);

const speaksFor = (rule: RuleVersion, { regime, level, regionCode = '' }: RuleQuery): boolean =>
  (rule.regime === '' || rule.regime === regime) &&
  (rule.level === '' || rule.level === level) &&
  isWithin(regionCode, rule.regionCode);

/** All rule versions, asked by date. The narrowest version in force wins: region first, then level, then regime. */
export class RuleBook {
  /** The narrowest first, so that the first one that speaks is the answer. */
  private readonly byKey = new Map<string, RuleVersion[]>();
  /** The moments at which a version begins or ends, in order. */
  private readonly changes: readonly Instant[];

  /** `version` names this set of rules in stored decisions, so that they can be replayed; `answered` hears which versions they rest on. */
  constructor(
    versions: readonly RuleVersion[],
    readonly version: string,
    private readonly answered?: (rule: RuleVersion) => void,
  ) {
    for (const rule of versions) {
      const sameKey = this.byKey.get(rule.key);
      if (sameKey) sameKey.push(rule);
      else this.byKey.set(rule.key, [rule]);
    }
    for (const rules of this.byKey.values()) rules.sort((a, b) => narrowness(b) - narrowness(a));
    const dates = versions.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]));
    this.changes = [...new Set(dates)].sort((a, b) => a - b);
  }

  /** The moments of a time at which some rule changes. */
  changesWithin({ from, to }: Period): readonly Instant[] {
    return this.changes.filter((at) => from <= at && at < to);
  }

  /** When some rule last changed; null before the first. */
  lastChange(at: Instant): Instant | null {
    return this.changes.findLast((one) => one <= at) ?? null;
  }

  /** The version in force, or null if no rule speaks: callers must then take the cautious side. */
  find(key: RuleKey, query: RuleQuery, at: Instant): RuleVersion | null {
    const rule = this.inForce(key, query, at);
    if (rule) this.answered?.(rule);
    return rule;
  }

  /** As `find`, for a key that came from outside: a proposal may name any. */
  inForce(key: string, query: RuleQuery, at: Instant): RuleVersion | null {
    const inForce = (rule: RuleVersion): boolean =>
      speaksFor(rule, query) && covers({ from: rule.validFrom, to: rule.validTo }, at);
    const versions = this.byKey.get(key) ?? [];
    const narrowest = versions.find(inForce) ?? null;
    if (narrowest?.setBy === undefined) return narrowest;
    return versions.filter(inForce).reduceRight((wider, rule) => (holdsBefore(wider, rule) ? rule : wider));
  }

  /** A value that must exist; a missing one is a fault of the installation, not of the person asking. */
  value<T>(key: RuleKey, query: RuleQuery, at: Instant): T {
    const rule = this.find(key, query, at);
    if (!rule)
      throw new Error(`no rule "${key}" in force for ${JSON.stringify(query)} at ${new Date(at).toISOString()}`);
    return rule.value as T;
  }
}
