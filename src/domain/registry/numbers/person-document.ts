import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { readDigits } from '../../../kernel/typed-text';
import { readIdentityNumber, type IdentityNumberFault, type IdentityNumberWarning } from './identity-number';

/**
 * The documents with which a person may be registered. `resident` is any number of GB 11643: the identity card, the
 * residence permit of people from Hong Kong, Macau and Taiwan (2018), and the foreigner's card of 2023.
 */
export const DOCUMENT_KINDS = ['resident', 'home-return', 'taiwan', 'permanent-residence', 'passport'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface PersonDocument {
  readonly value: string;
  readonly warnings: readonly IdentityNumberWarning[];
}

/** What stands on each: 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 外国人永久居留身份证 of before 2023, a passport. */
const FORMS: Readonly<Record<Exclude<DocumentKind, 'resident'>, RegExp>> = {
  'home-return': /^[HM]\d{8}(\d{2})?$/,
  taiwan: /^\d{8}([\dA-Z]{2})?$/,
  'permanent-residence': /^[A-Z]{3}\d{12}$/,
  passport: /^(?=.*\d)[A-Z0-9]{5,12}$/,
};

export function readDocument(
  kind: DocumentKind,
  typed: string,
  at: Instant,
): Result<PersonDocument, IdentityNumberFault> {
  if (kind === 'resident') return readIdentityNumber(typed, at);
  const value = readDigits(typed);
  return FORMS[kind].test(value) ? ok({ value, warnings: [] }) : refused('id-number.malformed');
}
