import type { RegionCode } from '../../kernel/region-code';
import { MINUTE, SECOND, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import { endingLimits, type EndingLimits } from './ending';

/** How long a chip has to answer an unlock or a lock. */
export const reservationS = (book: RuleBook, at: Instant): number =>
  book.value<number>('job.reservation-seconds', {}, at);

/** A job ends after this many seconds without an arc. */
export const idleLimitS = (book: RuleBook, at: Instant): number =>
  (book.value<number>('job.idle-limit-minutes', {}, at) * MINUTE) / SECOND;

/** How long power stays on past an end by time, until the arc stops. */
export const stopGraceMs = (book: RuleBook, regionCode: RegionCode, at: Instant): number =>
  book.value<number>('job.stop-grace-seconds', { regionCode }, at) * SECOND;

/** By what a job's end is judged in a region. */
export const endingLimitsAt = (book: RuleBook, regionCode: RegionCode, at: Instant): EndingLimits =>
  endingLimits(
    reservationS(book, at),
    stopGraceMs(book, regionCode, at) / SECOND,
    book.value<readonly number[]>('job.warning-minutes', { regionCode }, at),
  );
