import { readAddress } from '../../kernel/web-address';
import type { RuleBook } from '../rules/rule-book';
import type { Instant } from '../../kernel/time';
import type { CertificateKind } from './certificate';

/** What the public lookup answered to a number and a name. */
export const LOOKUP_ANSWERS = ['valid', 'expired', 'not-found', 'name-differs'] as const;
export type LookupAnswer = (typeof LOOKUP_ANSWERS)[number];

export const VERIFICATION_METHODS = ['evidence', 'lookup', 'import', 'adapter'] as const;
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

/** What people did with a card, in the order of a life. */
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
  /** The administrator answers for it by name, where a county's list was looked up before the platform came. */
  readonly byAdministrator: boolean;
}

/** Whoever says that they looked it up shows what they saw. */
export const proofMissing = ({ method, hasScreenshot, note, byAdministrator }: Verifying): boolean =>
  method === 'lookup' && !hasScreenshot && !(byAdministrator && note.trim() !== '');
