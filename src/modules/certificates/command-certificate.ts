import { Injectable } from '@nestjs/common';
import { certificateLifeCycle, type CertificateCommand } from '../../domain/certificates/certificate-life-cycle';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import type { CertificateView, VerifyCertificateRequest } from './certificate.dto';
import { CertificateStore, type Card } from './certificate.store';
import { CertificateViews } from './certificate.view';
import { certificateEvent, type CertificateNews } from './certificate-event';

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
    private readonly views: CertificateViews,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  verify(
    caller: Caller,
    id: string,
    { method, note }: VerifyCertificateRequest,
  ): Promise<Result<CertificateView, Refusal>> {
    const found = { verifiedBy: caller.userId, verificationMethod: method, verificationNote: note ?? null };
    return this.execute(caller, id, 'verify', (at) => ({ ...found, verifiedAt: at }));
  }

  revoke(caller: Caller, id: string, reason: string): Promise<Result<CertificateView, Refusal>> {
    return this.execute(caller, id, 'revoke', (at) => ({ revokedAt: at, revokeReason: reason }));
  }

  markForged(caller: Caller, id: string, reason: string): Promise<Result<CertificateView, Refusal>> {
    return this.execute(caller, id, 'mark-forged', (at) => ({ revokedAt: at, revokeReason: reason }));
  }

  private execute(
    caller: Caller,
    id: string,
    command: CertificateCommand,
    findings: (at: number) => Partial<Card>,
  ): Promise<Result<CertificateView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(caller.scope, async (tx) => {
      const before = await this.cards.lock(tx, id);
      if (!before) return refused(notFound('certificate.not-found'));
      const step = certificateLifeCycle.step({ state: before.status }, command);
      if (step.outcome !== 'moved')
        return refused(conflict('certificate.command-not-open', { extra: { status: before.status } }));
      const found = findings(at);
      const after = { ...before, ...found, status: step.to };
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
      return ok(this.views.of(after, at));
    });
  }
}
