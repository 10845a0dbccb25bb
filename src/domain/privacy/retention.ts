import { DAY, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { RuleKey } from '../rules/rule-catalogue';

/** Kinds of personal data that are erased when their time is over, and the rule that says when (保存期限). */
const RULES = {
  positions: 'retention.positions-days',
  'tip-identities': 'retention.tip-identity-days',
  devices: 'retention.device-days',
  messages: 'retention.message-days',
} as const satisfies Readonly<Record<string, RuleKey>>;

export type ErasedKind = keyof typeof RULES;
export const ERASED_KINDS = Object.keys(RULES) as readonly ErasedKind[];

/** What is older than this is erased. */
export const erasedBefore = (kind: ErasedKind, book: RuleBook, at: Instant): Instant =>
  at - book.value<number>(RULES[kind], {}, at) * DAY;
