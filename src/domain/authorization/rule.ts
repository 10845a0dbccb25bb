import type { Instant } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import type { Facts, PermitFacts } from './facts';
import type { Finding } from './finding';

/** A small pure function that names what speaks against the work; nothing does: an empty list. */
export type Rule = (facts: Facts, at: Instant) => Finding[];

/** Judges one of several certificates; only the best one's findings count. */
export type CertificateRule = (certificate: Certificate, facts: Facts, at: Instant) => Finding[];

/** Judges one of several permits; only the best one's findings count. */
export type PermitRule = (permit: PermitFacts, facts: Facts, at: Instant) => Finding[];
