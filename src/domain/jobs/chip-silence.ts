import { SECOND, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

/** With power a chip samples this often, unless `configure` told it otherwise (docs/chip-protocol.md, `up/samples`). */
export const SAMPLE_INTERVAL_MS = 10 * SECOND;

/** How long the chip of a running job may say nothing: rule `chip.silent-intervals`, in reports that it may miss. */
export const longestSilenceMs = (book: RuleBook, at: Instant): number =>
  book.value<number>('chip.silent-intervals', {}, at) * SAMPLE_INTERVAL_MS;

/** After how many seconds without a message a chip counts as offline. */
export const offlineAfterS = (book: RuleBook, at: Instant): number =>
  book.value<number>('chip.offline-seconds', {}, at);
