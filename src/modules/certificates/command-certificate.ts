import { Injectable } from '@nestjs/common';
import { certificateLifeCycle, type CertificateCommand } from '../../domain/certificates/certificate-life-cycle';
import { conflict, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Instant } from '../../kernel/time';
import { FileStore } from '../../platform/files/file-store';
import type { CertificateView, VerifyCertificateRequest } from './certificate.dto';
import { CertificateStore, type Card } from './certificate.store';
import { CertificateViews } from './certificate.mapper';
import { certificateEvent, type CertificateNews } from './certificate-event';
import { HeldCards } from './held-cards.view';
import { isOwnPhoto } from './holder-photo';

const NEWS: Readonly<Record<CertificateCommand, CertificateNews>> = {
  verify: 'certificate.changed',
  revoke: 'certificate.revoked',
  'mark-forged': 'certificate.forged',
};

/** What an official finds out about a card: that it is genuine, that it no longer holds, that it is a forgery. */
@Injectable()
export class CommandCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: CertificateStore,
    private readonly held: HeldCards,
    private readonly views: CertificateViews,
    private readonly journal: Journal,
    private readonly files: FileStore,
  ) {}

  verify(
    request: Request,
    id: string,
    { method, note, photoId }: VerifyCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    const found = { verifiedBy: request.caller.userId, verificationMethod: method, verificationNote: note ?? null };
    const shown = photoId === undefined ? {} : { photoId };
    return this.execute(request, id, 'verify', { ...found, ...shown, verifiedAt: request.at });
  }

  revoke(request: Request, id: string, reason: string): Promise<Result<CertificateView, Refusal>> {
    return this.execute(request, id, 'revoke', { revokedAt: request.at, revokeReason: reason });
  }

  markForged(request: Request, id: string, reason: string): Promise<Result<CertificateView, Refusal>> {
    return this.execute(request, id, 'mark-forged', { revokedAt: request.at, revokeReason: reason });
  }

  /** One number counts for one holder, and a person known to the register works under their own record. */
  private async doubt(tx: Tx, card: Card, at: Instant): Promise<Refusal | null> {
    if (await this.held.holderIsClaim(tx, card.welderId)) return conflict('certificate.holder-known');
    return (await this.cards.takeNumber(tx, card, at)) ? null : conflict('certificate.exists');
  }

  private execute(
    { caller, at }: Request,
    id: string,
    command: CertificateCommand,
    found: Partial<Card>,
  ): Promise<Result<CertificateView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx) => {
      const before = await this.held.lock(tx, id);
      if (!before) return refused(notFound('certificate.not-found'));
      const step = certificateLifeCycle.step({ state: before.status }, command);
      if (step.outcome !== 'moved')
        return refused(conflict('certificate.command-not-open', { extra: { status: before.status } }));
      if (!(await isOwnPhoto(this.files, tx, caller, found.photoId ?? null)))
        return refused(wrongField('photoId', 'certificate.photo-unknown'));
      const after = { ...before, ...found, status: step.to };
      const doubt = command === 'verify' ? await this.doubt(tx, after, at) : null;
      if (doubt) return refused(doubt);
      await this.cards.save(tx, after);
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: `certificate.${command}`,
            entity: 'certificate',
            entityId: id,
            regionCode: before.regionCode,
            before: { status: before.status },
            after: { ...found, status: after.status, welderId: after.welderId },
          },
        ],
        [certificateEvent(NEWS[command], after)],
      );
      return ok(this.views.of(after, caller, at));
    });
  }
}
