import type { Instant } from '../../kernel/time';

/** 准操项目: what a certificate lets its holder do. */
export const OPERATIONS = ['fusion', 'pressure', 'brazing'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const CERTIFICATE_KINDS = ['special-operation', 'construction', 'special-equipment'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const CERTIFICATE_STATUSES = ['unverified', 'verified', 'revoked', 'forged'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

/** `validFrom` is the first moment, `validTo` the first moment after: midnight in Asia/Shanghai that follows the printed date. */
export interface Certificate {
  readonly id: string;
  readonly kind: CertificateKind;
  readonly operations: readonly Operation[];
  readonly status: CertificateStatus;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly reviewDueAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** Since when, and until when at the latest, a scanned e-certificate speaks for it (`claimOf`); older decisions know none. */
  readonly scannedAt?: Instant | null;
  readonly scanUntil?: Instant | null;
}
