import { readAddress } from '../../kernel/web-address';
import type { RuleBook } from '../rules/rule-book';
import type { Instant } from '../../kernel/time';
import type { CertificateKind } from './certificate';

/** What the public lookup answered to a number and a name. */
export const LOOKUP_ANSWERS = ['valid', 'expired', 'not-found', 'name-differs'] as const;
export type LookupAnswer = (typeof LOOKUP_ANSWERS)[number];

export const VERIFICATION_METHODS = ['evidence', 'lookup', 'import', 'adapter'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

/** The checks of a card, in their usual order. */
export const CHECK_KINDS = ['scanned', 'revealed', 'lookup', 'verified', 'revoked', 'forged'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** Rule `certificate.lookup`: where people look a card up, by its kind. */
export type LookupAddresses = Readonly<Partial<Record<CertificateKind, string>>>;

export const lookupAddresses = (book: RuleBook, at: Instant): LookupAddresses =>
  book.value<LookupAddresses>('certificate.lookup', {}, at);

/** The hosts a scanned address may lead to. */
export const lookupHosts = (addresses: LookupAddresses): string[] => [
  ...new Set(Object.values(addresses).flatMap((address) => readAddress(address)?.hostname ?? [])),
];

export interface Verifying {
  readonly method: VerificationMethod;
  readonly hasScreenshot: boolean;
  readonly note: string;
}

/**
 * A person who looked a card up, or found it in a list, gives a screenshot or writes down what they saw. The history says
 * which of the two. For a card in the hand the one who saw it stands by name.
 */
export const proofMissing = ({ method, hasScreenshot, note }: Verifying): boolean =>
  method !== 'evidence' && !hasScreenshot && note.trim() === '';
