import { isDate } from '../../kernel/rfc3339';
import { shanghaiMidnight, type Instant } from '../../kernel/time';

/** A date begins at midnight in China: that is how notices and laws count. */
export const momentOf = (text: string): Instant => (isDate(text) ? shanghaiMidnight(text) : Date.parse(text));

export const iso = (at: Instant): string => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
