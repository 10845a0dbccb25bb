import { randomInt } from 'node:crypto';

/** Without those that a person confuses on paper: 0 and o, 1 and l and i. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Groups of five: 99 bits in four, and still copied by hand without a mistake. */
export const newPassword = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
