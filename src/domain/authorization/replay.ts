import { canonicalJson } from '../../kernel/canonical-json';
import type { Instant } from '../../kernel/time';
import { RuleBook, type RuleVersion } from '../rules/rule-book';
import { authorize, type Decision } from './authorize';
import type { StoredFacts } from './facts';
import type { Finding } from './finding';

/** A decision as it was kept: what it saw, what it said, and by which rules. */
export interface KeptDecision {
  readonly at: Instant;
  readonly allowed: boolean;
  readonly permitId: string | null;
  readonly findings: readonly Finding[];
  readonly facts: StoredFacts;
  readonly ruleVersion: string;
}

/** One thing in which the second decision is another. */
export type ReplayDifference =
  | { readonly kind: 'answer'; readonly was: boolean; readonly is: boolean }
  | { readonly kind: 'permit'; readonly was: string | null; readonly is: string | null }
  | { readonly kind: 'finding-gone'; readonly was: Finding }
  | { readonly kind: 'finding-new'; readonly is: Finding }
  | { readonly kind: 'finding-changed'; readonly was: Finding; readonly is: Finding };

export interface Replay {
  readonly decision: Decision;
  /** Empty: the same. */
  readonly differences: readonly ReplayDifference[];
  /** The versions of rules that it rested on. */
  readonly rules: readonly RuleVersion[];
}

/** Decides again: the same rules of code, the facts as they were kept, the versions of rule data that held then. */
export function replay(kept: KeptDecision, versions: readonly RuleVersion[]): Replay {
  const asked = new Map<string, RuleVersion>();
  const rules = new RuleBook(versions, kept.ruleVersion, (rule) => asked.set(rule.id, rule));
  const decision = authorize({ ...kept.facts, rules }, kept.at);
  return { decision, differences: differencesOf(kept, decision), rules: inOrder([...asked.values()]) };
}

const inOrder = (rules: readonly RuleVersion[]): RuleVersion[] =>
  [...rules].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

function differencesOf(kept: KeptDecision, now: Decision): ReplayDifference[] {
  const [was, is] = [asKept(kept.findings), asKept(now.findings)];
  return [
    ...(kept.allowed === now.allowed ? [] : [{ kind: 'answer' as const, was: kept.allowed, is: now.allowed }]),
    ...(kept.permitId === now.permitId ? [] : [{ kind: 'permit' as const, was: kept.permitId, is: now.permitId }]),
    ...findingDifferences(was, is),
  ];
}

/** A finding is known by its code; one that only speaks of other numbers, or weighs differently, has changed. */
function findingDifferences(was: readonly Finding[], is: readonly Finding[]): ReplayDifference[] {
  const found: ReplayDifference[] = [];
  const left = [...is];
  for (const [i, match] of matches(was, is).entries()) {
    const before = was[i]!;
    if (match === null) found.push({ kind: 'finding-gone', was: before });
    else {
      left.splice(left.indexOf(match), 1);
      if (canonicalJson(match) !== canonicalJson(before))
        found.push({ kind: 'finding-changed', was: before, is: match });
    }
  }
  return [...found, ...left.map((one) => ({ kind: 'finding-new' as const, is: one }))];
}

/** For each finding that was: the same one, else one of the same code that nothing else is the same as. */
function matches(was: readonly Finding[], is: readonly Finding[]): (Finding | null)[] {
  const free = new Set(is);
  const take = (fits: (one: Finding) => boolean): Finding | null => {
    const one = [...free].find(fits) ?? null;
    if (one) free.delete(one);
    return one;
  };
  const same = was.map((before) => take((one) => canonicalJson(one) === canonicalJson(before)));
  return same.map((match, i) => match ?? take(({ code }) => code === was[i]!.code));
}

/** As JSON keeps it: what is undefined is not there. */
const asKept = (findings: readonly Finding[]): Finding[] => JSON.parse(JSON.stringify(findings)) as Finding[];
