import type { StoredFacts } from '../../../domain/authorization/facts';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { RuleBook } from '../../../domain/rules/rule-book';
import { wordIn, type Language, type StoredText } from '../../../kernel/language';
import type { Instant } from '../../../kernel/time';
import type { ReplayCodes } from './replay.dto';

type Coded = StoredText & { readonly code: string };

/** What the rules of that time called the codes among the facts: measures, kinds of place, questions about the level. */
export function codeWords({ permits, machine }: StoredFacts, book: RuleBook, at: Instant, language: Language): ReplayCodes {
  const everywhere = new PermitRules(book, { regionCode: machine?.regionCode ?? '', regime: '', level: '' }, at);
  const rules = permits.map(({ regionCode, regime, level }) => new PermitRules(book, { regionCode, regime, level }, at));
  const named = (of: (rules: PermitRules) => readonly Coded[]): Record<string, string> =>
    Object.fromEntries([everywhere, ...rules].flatMap(of).map((one) => [one.code, wordIn(one, language)]));
  return {
    measures: named((one) => one.measures),
    placeKinds: named((one) => one.placeKinds),
    questions: named((one) => one.levelQuestions),
  };
} // prettier-ignore
