import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';
import { shanghaiMidnight, type Instant } from '../../kernel/time';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_OR_ZONED_TIME = /^\d{4}-\d{2}-\d{2}(T.+(Z|[+-]\d{2}:?\d{2}))?$/;

/** A date, or a time with its zone: a time without one would mean another moment on another server. */
export const IsMoment = (): PropertyDecorator =>
  applyDecorators(IsISO8601({ strict: true }), Matches(DATE_OR_ZONED_TIME));

/** A date begins at midnight in China: that is how notices and laws count. */
export const momentOf = (text: string): Instant => (DATE.test(text) ? shanghaiMidnight(text) : Date.parse(text));

export const iso = (at: Instant): string => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
