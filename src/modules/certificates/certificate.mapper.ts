import { Injectable } from '@nestjs/common';
import { reviewsAbolishedFrom, stateAt } from '../../domain/certificates/certificate-state';
import { claimHolds } from '../../domain/certificates/scan-claim';
import { coversProcess, operationsByProcess } from '../../domain/certificates/covers-process';
import { PROCESSES } from '../../domain/registry/machine';
import { type Instant, isoTimeOrNull } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import { holds } from '../identity/permissions';
import { RulesReader } from '../rules/rules.reader';
import type { CertificateView } from './certificate.dto';
import type { Card } from './certificate.store';
import { toCertificate } from './certificates.reader';

/** A card as others see it, and what it is worth at a moment. */
@Injectable()
export class CertificateViews {
  constructor(private readonly rules: RulesReader) {}

  of(card: Card, caller: Caller, at: Instant): CertificateView {
    const book = this.rules.book();
    const table = operationsByProcess(book, at);
    const reviewsEnd = reviewsAbolishedFrom(book, at);
    return {
      id: card.id,
      welderId: card.welderId,
      kind: card.kind,
      number: card.numberMasked,
      operations: [...card.operations],
      processes: PROCESSES.filter((process) => coversProcess(card.operations, process, table)),
      photoId: seesFaces(caller, card) ? card.photoId : null,
      issuer: card.issuer,
      issuedOn: card.issuedOn,
      validFrom: card.validFrom,
      validTo: card.validTo,
      reviewDueOn: card.reviewDueOn,
      status: card.status,
      state: stateAt(toCertificate(card), at, reviewsEnd),
      verificationMethod: card.verificationMethod,
      verificationNote: card.verificationNote,
      verifiedAt: isoTimeOrNull(card.verifiedAt),
      scanUntil: claimHolds(toCertificate(card), at) ? isoTimeOrNull(card.scanUntil) : null,
      revokedAt: isoTimeOrNull(card.revokedAt),
      revokeReason: card.revokeReason,
      createdAt: new Date(card.createdAt).toISOString(),
    };
  }
}

/** People who compare photos of welders, and the holder. */
const seesFaces = ({ roles, welderId }: Caller, card: Card): boolean =>
  holds(roles, 'photo-check.read') || welderId === card.welderId;

/** For the audit trail: the number masked. */
export const auditedCard = ({
  numberMasked,
  welderId,
  kind,
  operations,
  issuer,
  issuedOn,
  validFrom,
  validTo,
  status,
  photoId,
}: Card): unknown => ({
  number: numberMasked,
  welderId,
  kind,
  operations,
  issuer,
  issuedOn,
  validFrom,
  validTo,
  status,
  photoId,
});
