import { Injectable } from '@nestjs/common';
import { LONGEST_YEARS, readCertificateNumber, readValidity } from '../../domain/certificates/certificate-rules';
import { maskCertificateNumber } from '../../domain/registry/numbers/mask';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FileStore } from '../../platform/files/file-store';
import { Sealer } from '../../platform/database/sealer';
import { Ids } from '../../platform/time/ids';
import { WelderIdentityReader, type WelderIdentity } from '../registry/welder-identity.reader';
import type { AddCertificateRequest, CertificateView } from './certificate.dto';
import { CertificateStore, type Card } from './certificate.store';
import { auditedCard, CertificateViews } from './certificate.mapper';
import { certificateEvent } from './certificate-event';
import { HeldCards } from './held-cards.view';
import { isOwnPhoto } from './holder-photo';

export const CERTIFICATE_NUMBER = 'certificate.number';

/** Enters a card. It counts for nothing until somebody has verified it. */
@Injectable()
export class AddCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: CertificateStore,
    private readonly held: HeldCards,
    private readonly views: CertificateViews,
    private readonly holders: WelderIdentityReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
    private readonly files: FileStore,
  ) {}

  async execute(
    { caller, at }: Request,
    welderId: string,
    body: AddCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    if (caller.scope.kind === 'person' && caller.welderId !== welderId)
      return refused(forbidden('certificate.not-own'));
    return this.uow.attempt(caller.scope, async (tx) => {
      const holder = await this.holders.find(tx, welderId);
      if (!holder) return refused(notFound('welder.not-found'));
      const entered = this.cardOf(body, holder, at);
      if (!entered.ok) return entered;
      const card = entered.value;
      if (!(await isOwnPhoto(this.files, tx, caller, card.photoId)))
        return refused(wrongField('photoId', 'certificate.photo-unknown'));
      const inTheWay = await this.held.inTheWay(tx, card, at);
      if (inTheWay !== null) return refused(conflict('certificate.exists', { extra: { id: inTheWay } }));
      await this.cards.insert(tx, card);
      // A card of somebody out of sight may hold the number. Then this one waits without it: who verifies decides.
      if (!(await this.cards.takeNumber(tx, card, at)) && (await this.held.inTheWay(tx, card, at)) !== null)
        return refused(conflict('certificate.exists')); // two at once: all of it goes back
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: 'certificate.added',
            entity: 'certificate',
            entityId: card.id,
            regionCode: holder.regionCode,
            after: auditedCard(card),
          },
        ],
        [certificateEvent('certificate.changed', { ...holder, ...card })],
      );
      return ok(this.views.of(card, caller, at));
    });
  }

  private cardOf(request: AddCertificateRequest, holder: WelderIdentity, at: Instant): Result<Card, Refusal> {
    const number = readCertificateNumber(request.kind, request.number, holder.idNumber);
    if (!number.ok) return refused(wrongField('number', number.refusal));
    const validity = readValidity(request, LONGEST_YEARS[request.kind]);
    if (!validity.ok) return refused(wrongField('validTo', validity.refusal));
    return ok({
      id: this.ids.next(at),
      welderId: holder.id,
      kind: request.kind,
      numberSealed: this.sealer.seal(CERTIFICATE_NUMBER, number.value),
      numberHash: this.sealer.fingerprint(CERTIFICATE_NUMBER, number.value),
      numberMasked: maskCertificateNumber(number.value),
      operations: request.operations,
      issuer: request.issuer.trim(),
      issuedOn: request.issuedOn,
      validFrom: request.validFrom,
      validTo: request.validTo,
      reviewDueOn: request.reviewDueOn ?? null,
      status: 'unverified',
      verifiedAt: null,
      verifiedBy: null,
      verificationMethod: null,
      verificationNote: null,
      revokedAt: null,
      revokeReason: null,
      scannedAt: null,
      scanUntil: null,
      photoId: request.photoId ?? null,
      createdAt: at,
    });
  }
}
