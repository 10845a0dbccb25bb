import { ValidateBy } from 'class-validator';
import { isDate, isTime, isWrittenAsDate } from '../../kernel/rfc3339';

const check = (name: string, test: (text: string) => boolean, example: string) => (): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value === 'string' && test(value),
      defaultMessage: () => `must be like ${example}`,
    },
  });

/** A time with its offset: one without means another moment on another server. */
export const IsTime = check('isTime', isTime, '2026-06-01T08:00:00+08:00');

/** A day of the calendar. */
export const IsDay = check('isDay', isDate, '2026-06-01');

/** A day as it is written; whether there is such a day is said with more words elsewhere. */
export const IsWrittenDay = check('isDay', isWrittenAsDate, '2026-06-01');

/** Where a day means its beginning in China. */
export const IsDayOrTime = check('isDayOrTime', (text) => isDate(text) || isTime(text), '2026-06-01');
