import { Injectable } from '@nestjs/common';
import { notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FileStore } from '../../../platform/files/file-store';
import { holds } from '../../identity/permissions';
import { RulesReader } from '../../rules/rules.reader';
import type { CertificateView } from '../certificate.dto';
import { CertificateStore } from '../certificate.store';
import { CertificateViews } from '../certificate.mapper';
import { certificateEvent } from '../certificate-event';
import { CommandCertificate } from '../command-certificate';
import { HeldCards, type HeldCard } from '../held-cards.view';
import { isOwnPhoto } from '../holder-photo';
import { CertificateCheckStore } from './certificate-check.store';
import type { LookUpCertificateRequest } from './check.dto';

/** What the public lookup answered, with the screen as proof. A good answer verifies the card; any other ends what a scan let pass. */
@Injectable()
export class LookUpCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldCards,
    private readonly cards: CertificateStore,
    private readonly checks: CertificateCheckStore,
    private readonly commands: CommandCertificate,
    private readonly views: CertificateViews,
    private readonly rules: RulesReader,
    private readonly files: FileStore,
    private readonly journal: Journal,
  ) {}

  execute(
    request: Request,
    id: string,
    { answer, screenshotId, note }: LookUpCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const card = await this.held.lock(tx, id);
      if (!card) return refused(notFound('certificate.not-found'));
      if (!(await isOwnPhoto(this.files, tx, caller, screenshotId)))
        return refused(wrongField('screenshotId', 'certificate.screenshot-unknown'));
      await this.checks.add(tx, card, { kind: 'lookup', answer, note: note ?? null, screenshotId }, caller, at);
      const call = { ...request, tx };
      if (answer === 'valid' && card.status === 'unverified' && this.mayVerify(call, card))
        return this.commands.verifyInside(call, id, { method: 'lookup', note, screenshotId });
      const after = answer === 'valid' ? card : await this.cards.endScan(tx, card, at);
      const { regionCode } = card;
      const entry = { action: 'certificate.looked-up', entity: 'certificate', entityId: id, regionCode };
      const news = certificateEvent('certificate.changed', card);
      this.journal.record(tx, caller, at, [{ ...entry, after: { answer, screenshotId } }], [news]);
      return ok(this.views.of({ ...card, ...after }, caller, at));
    });
  }

  /** Rule `certificate.grid-worker-verifies`: else what a grid worker found waits for an official. */
  private mayVerify({ caller, at }: Call, { regionCode }: HeldCard): boolean {
    return (
      holds(caller.roles, 'certificate.verify') ||
      this.rules.book().value<boolean>('certificate.grid-worker-verifies', { regionCode }, at)
    );
  }
}
