import { DAY, MINUTE, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

/** Limits for unreadable messages, by chip and hour. Messages beyond the limit are only counted. */
export interface UnreadableLimits {
  readonly kept: number;
  /** This many within an hour raise an alert. */
  readonly run: number;
}

export const unreadableLimits = (book: RuleBook, at: Instant): UnreadableLimits => ({
  kept: book.value<number>('chip.unreadable-kept', {}, at),
  run: book.value<number>('chip.unreadable-run', {}, at),
});

/** The factor by which the measured current may exceed the rated current of the machine. */
export const ratingFactor = (book: RuleBook, at: Instant): number =>
  1 + book.value<number>('chip.rating-margin-percent', {}, at) / 100;

/** How long samples are kept: an arc older than that stands alone. */
export const samplesKeptMs = (book: RuleBook, at: Instant): number =>
  book.value<number>('retention.samples-days', {}, at) * DAY;

/** How long what could not be read is kept, for whoever looks for the reason. */
export const quarantineKeptMs = (book: RuleBook, at: Instant): number =>
  book.value<number>('retention.quarantine-days', {}, at) * DAY;

/** After so long without a word of an arc or of its chip it counts as over. */
export const arcLostMs = (book: RuleBook, at: Instant): number =>
  book.value<number>('chip.arc-lost-minutes', {}, at) * MINUTE;
