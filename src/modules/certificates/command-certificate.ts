import { Injectable } from '@nestjs/common';
import { certificateLifeCycle, type CertificateCommand } from '../../domain/certificates/certificate-life-cycle';
import { proofMissing, type CheckKind } from '../../domain/certificates/lookup';
import { conflict, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Instant } from '../../kernel/time';
import { FileStore } from '../../platform/files/file-store';
import type { CertificateView, ForgedCertificateRequest, VerifyCertificateRequest } from './certificate.dto';
import { CertificateCheckStore, type Told } from './checks/certificate-check.store';
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

const TOLD: Readonly<Record<CertificateCommand, CheckKind>> = {
  verify: 'verified',
  revoke: 'revoked',
  'mark-forged': 'forged',
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
    private readonly checks: CertificateCheckStore,
  ) {}

  verify(request: Request, id: string, body: VerifyCertificateRequest): Promise<Result<CertificateView, Refusal>> {
    const { method, note = '', screenshotId } = body;
    if (proofMissing({ method, note, hasScreenshot: screenshotId !== undefined }))
      return Promise.resolve(
        refused(
          method === 'lookup'
            ? wrongField('screenshotId', 'certificate.screenshot-missing')
            : wrongField('note', 'certificate.source-missing'),
        ),
      );
    return this.uow.attempt(request.caller.scope, (tx) => this.verifyInside({ ...request, tx }, id, body));
  }

  /** In a transaction that has begun: a lookup that found the card genuine verifies it. */
  verifyInside(
    call: Call,
    id: string,
    { method, note, photoId, screenshotId }: VerifyCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    const found = { verifiedBy: call.caller.userId, verificationMethod: method, verificationNote: note ?? null };
    const shown = photoId === undefined ? {} : { photoId };
    const told = { method, note: note ?? null, screenshotId: screenshotId ?? null };
    return this.step(call, id, 'verify', { ...found, ...shown, verifiedAt: call.at }, told);
  }

  revoke(request: Request, id: string, reason: string): Promise<Result<CertificateView, Refusal>> {
    const found = { revokedAt: request.at, revokeReason: reason };
    return this.uow.attempt(request.caller.scope, (tx) =>
      this.step({ ...request, tx }, id, 'revoke', found, { note: reason }),
    );
  }

  markForged(
    request: Request,
    id: string,
    { reason, screenshotId }: ForgedCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    const found = { revokedAt: request.at, revokeReason: reason };
    const told = { note: reason, screenshotId: screenshotId ?? null };
    return this.uow.attempt(request.caller.scope, (tx) =>
      this.step({ ...request, tx }, id, 'mark-forged', found, told),
    );
  }

  /** One number counts for one holder, and a person known to the register works under their own record. */
  private async doubt(tx: Tx, card: Card, at: Instant): Promise<Refusal | null> {
    if (await this.held.holderIsClaim(tx, card.welderId)) return conflict('certificate.holder-known');
    return (await this.cards.takeNumber(tx, card, at)) ? null : conflict('certificate.exists');
  }

  private async step(
    { tx, caller, at }: Call,
    id: string,
    command: CertificateCommand,
    found: Partial<Card>,
    told: Omit<Told, 'kind'>,
  ): Promise<Result<CertificateView, Refusal>> {
    const before = await this.held.lock(tx, id);
    if (!before) return refused(notFound('certificate.not-found'));
    const step = certificateLifeCycle.step({ state: before.status }, command);
    if (step.outcome !== 'moved')
      return refused(conflict('certificate.command-not-open', { extra: { status: before.status } }));
    if (!(await isOwnPhoto(this.files, tx, caller, found.photoId ?? null)))
      return refused(wrongField('photoId', 'certificate.photo-unknown'));
    if (!(await isOwnPhoto(this.files, tx, caller, told.screenshotId ?? null)))
      return refused(wrongField('screenshotId', 'certificate.screenshot-unknown'));
    const after = { ...before, ...found, status: step.to };
    const doubt = command === 'verify' ? await this.doubt(tx, after, at) : null;
    if (doubt) return refused(doubt);
    await this.cards.save(tx, after);
    await this.checks.add(tx, after, { kind: TOLD[command], ...told }, caller, at);
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
  }
}
