import { readTyped } from '../../kernel/typed-text';
import { readSerialNumber } from './numbers/serial-number';

export const ODD_FIELDS = ['name', 'model', 'serialNumber'] as const;
export type OddField = (typeof ODD_FIELDS)[number];

/** What the reader at the door would make of a stored text today; it came in before there was one. */
export interface OddText {
  readonly because: 'unreadable' | 'filler' | 'form';
  /** Null: nothing can be read from it. */
  readonly suggested: string | null;
}

/** U+FFFD stands where a file was read in the wrong encoding: only a person can say what was there. */
const LOST_SIGNS = /\ufffd/;

export function oddText(field: OddField, stored: string): OddText | null {
  if (LOST_SIGNS.test(stored)) return { because: 'unreadable', suggested: null };
  const read = field === 'serialNumber' ? readSerialNumber(stored) : readTyped(stored);
  if (read === null || read === '') return { because: 'filler', suggested: null };
  return read === stored ? null : { because: 'form', suggested: read };
}
