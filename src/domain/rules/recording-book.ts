import type { Instant } from '../../kernel/time';
import { RuleBook, type RuleQuery, type RuleVersion } from './rule-book';

/** A rule book that remembers which versions it answered with: the rules that a decision really rested on. */
export class RecordingBook extends RuleBook {
  private readonly answered = new Map<string, RuleVersion>();

  override inForce(key: string, query: RuleQuery, at: Instant): RuleVersion | null {
    const rule = super.inForce(key, query, at);
    if (rule) this.answered.set(rule.id, rule);
    return rule;
  }

  /** In the order of their keys. */
  asked(): RuleVersion[] {
    return [...this.answered.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}
