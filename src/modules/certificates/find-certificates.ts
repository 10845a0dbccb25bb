import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { RegistryReader } from '../registry/registry.reader';
import type { CertificatePage } from './certificate.dto';
import { CertificateStore } from './certificate.store';
import { CertificateViews } from './certificate.view';

@Injectable()
export class FindCertificates {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: CertificateStore,
    private readonly views: CertificateViews,
    private readonly registry: RegistryReader,
    private readonly clock: Clock,
  ) {}

  async ofWelder(caller: Caller, welderId: string): Promise<Result<CertificatePage, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(caller.scope, async (tx) => {
      if (!(await this.registry.welderById(tx, welderId))) return refused(notFound('welder.not-found'));
      const cards = await this.cards.ofWelders(tx, [welderId]);
      return ok({ items: cards.map((card) => this.views.of(card, at)), nextCursor: null });
    });
  }
}
