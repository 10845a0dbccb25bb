import { DAY, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

type Days = (book: RuleBook, at: Instant) => number;

/** Kinds of personal data that are erased when their time is over, and the rule that says when (保存期限). */
const KEPT_DAYS = {
  positions: (book, at) => book.value<number>('retention.positions-days', {}, at),
  'tip-identities': (book, at) => book.value<number>('retention.tip-identity-days', {}, at),
  devices: (book, at) => book.value<number>('retention.device-days', {}, at),
  photos: (book, at) => book.value<number>('retention.photos-days', {}, at),
  'job-positions': (book, at) => book.value<number>('retention.job-positions-days', {}, at),
  'chip-positions': (book, at) => book.value<number>('retention.chip-positions-days', {}, at),
  registrations: (book, at) => book.value<number>('retention.registrations-days', {}, at),
  exchanged: (book, at) => book.value<number>('retention.exchanged-days', {}, at),
  messages: (book, at) => book.value<number>('retention.message-days', {}, at),
} as const satisfies Readonly<Record<string, Days>>;

export type ErasedKind = keyof typeof KEPT_DAYS;
export const ERASED_KINDS = Object.keys(KEPT_DAYS) as readonly ErasedKind[];

/** Events of the outbox: those older than `before` go once every reader took them, those older than `atLast` in any case. */
export function outboxKept(book: RuleBook, at: Instant): { readonly before: Instant; readonly atLast: Instant } {
  const keptMs = book.value<number>('retention.outbox-days', {}, at) * DAY;
  return { before: at - keptMs, atLast: at - STUCK_TIMES * keptMs };
}

/** A reader that is stuck for good must not fill the disk. */
const STUCK_TIMES = 4;

/** What is older than this is erased. */
export const erasedBefore = (kind: ErasedKind, book: RuleBook, at: Instant): Instant =>
  at - KEPT_DAYS[kind](book, at) * DAY;
