import type { RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

/** How many days before a safety check is due its machine's people are reminded. */
export const inspectionWarnDays = (book: RuleBook, regionCode: RegionCode, at: Instant): number =>
  book.value<number>('inspection.warn-days', { regionCode }, at);
